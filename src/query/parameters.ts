import type { Parameter } from './read-query.ts'

export type { Parameter }

/** Reads the query string of a URL. A `+` is a blank; a `%` that encodes nothing stays as it is, as in .NET. Never throws. */
export function readParameters(url: string): readonly Parameter[] {
  const start = url.indexOf('?')
  if (start < 0) return []
  return url
    .slice(start + 1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      return equals < 0
        ? { name: decode(pair), value: '' }
        : { name: decode(pair.slice(0, equals)), value: decode(pair.slice(equals + 1)) }
    })
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text
  const spaced = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced.replace(/(?:%[\da-f]{2})+/gi, (encoded) =>
      Buffer.from(encoded.replaceAll('%', ''), 'hex').toString('utf8'),
    )
  }
}

/** The value of the first parameter of a name, without case. */
export const valueOfParameter = (parameters: readonly Parameter[], name: string): string | undefined =>
  parameters.find((parameter) => parameter.name.toLowerCase() === name)?.value
