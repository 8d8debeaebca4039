/** What stands in the place of a secret. */
export const MASK = '***'

const secretName =
  /pass(?:word|wd|phrase|code|key)|pwd|secret|token|authori[sz]ation|bearer|cookie|session_?id|(?:api|access|private|encryption|auth)[-_.]?key|(?:^|[_.-])pass$/i
/** `DbPass`, but neither `Bypass` nor `Passed`. */
const passWord = /[a-z\d]Pass$/

/** Whether what goes by this name is not to be shown. */
export const isSecret = (name: string): boolean => secretName.test(name) || passWord.test(name)

/** A text without passwords in URLs, and without what leads to a logon session: its id where it is named, and its token. */
export const maskLogons = (text: string): string =>
  text
    .replace(/(:\/\/[^/\s:@"'<>]*:)[^/\s@"'<>]*@/g, `$1${MASK}@`)
    .replace(/(logonsessions?[/\\]+|urn:veeam:logonsession:)[^/\\?#\s"'<>&]+/gi, `$1${MASK}`)
    .replace(/(?<![A-Za-z\d])[A-Za-z\d]{48}(?![A-Za-z\d])/g, (word) =>
      isId.test(Buffer.from(word, 'base64').toString('latin1')) ? MASK : word,
    )

/** A text without any ids. */
export const maskIds = (text: string): string => text.replace(id, MASK)

const id = /[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}/gi
const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
