/**
 * A body's bytes as text. A byte order mark decides, else the bytes: `<` and `{` have a zero beside them in UTF-16. What
 * is declared counts for the rest, so that XML which says utf-16 and is UTF-8, as .NET's StringWriter makes it, is read
 * (a client, by its own report). What no encoding has becomes U+FFFD.
 * @param type the Content-Type, which may name a charset.
 */
export function decodeText(bytes: Buffer, type = ''): string {
  const encoding = utf16In(bytes) ?? declaredIn(bytes, type) ?? 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function utf16In([first, second, third, fourth]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first !== 0 && second === 0 && (third !== 0 || fourth !== 0)) return 'utf-16le'
  if (first === 0 && second !== 0) return 'utf-16be'
  return undefined
}

/** The declaration of XML, and what HTTP says of a charset; one of two bytes a letter is none here. */
function declaredIn(bytes: Buffer, type: string): string | undefined {
  const declaration = bytes.toString('latin1', 0, 200)
  const [, declared] = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration) ?? []
  const [, charset] = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(type) ?? []
  return [declared, charset].find((each) => each !== undefined && isOfBytes(each))
}

function isOfBytes(label: string): boolean {
  if (/utf-?16|utf-?32|ucs-?[24]/i.test(label)) return false
  try {
    return new TextDecoder(label).encoding !== 'replacement'
  } catch {
    return false
  }
}
