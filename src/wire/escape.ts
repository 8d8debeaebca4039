// Module wire: reads and writes EM's XML and JSON. It is handed rows and a look-up of names; it never sees the store.

// Characters that XML 1.0 cannot hold at all, lone surrogates among them.
const unwritable =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
// Cheaper than `unwritable`, and true whenever that finds something.
const suspect = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/
const odd = /[&<>"\0-\x1f\ud800-\udfff\ufffe\uffff]/
const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

/** Text for an XML element; a carriage return survives reading, what XML cannot hold becomes U+FFFD. */
export const xmlText = (value: string): string =>
  odd.test(value) ? writable(value).replace(/[&<>\r]/g, (c) => named[c] ?? c) : value

/** Text for an XML attribute, where tabs and line ends would be read as blanks. */
export const xmlAttribute = (value: string): string =>
  odd.test(value) ? writable(value).replace(/[&<>"\t\n\r]/g, (c) => named[c] ?? c) : value

const writable = (value: string): string => (suspect.test(value) ? value.replace(unwritable, '\ufffd') : value)
