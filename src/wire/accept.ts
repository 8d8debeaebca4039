export type MediaType = 'xml' | 'json'

/**
 * Which media type an Accept header asks for: XML unless JSON is named and not less wanted (em_rest: XML is the default).
 * As the real server does, JSON named at all beats a wildcard (recorded for lists with a wildcard).
 */
export function mediaTypeOf(accept: string | undefined): MediaType {
  if (accept === undefined || accept === '' || accept === '*/*') return 'xml'
  if (accept === 'application/json') return 'json'
  let xml = 0
  let json = 0
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim())
    const quality = qualityOf(parameters)
    if (/^(application|text)\/(json|\*\+json|[\w.-]+\+json)$/.test(type)) json = Math.max(json, quality)
    else if (/^(application|text)\/(xml|[\w.-]+\+xml)$/.test(type)) xml = Math.max(xml, quality)
  }
  return json > 0 && json >= xml ? 'json' : 'xml'
}

function qualityOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  const quality = q === undefined ? 1 : Number(q.slice(2))
  return quality >= 0 && quality <= 1 ? quality : 0
}
