import { controlOperations } from '../../src/control/control-operations.ts'
import { check } from '../../src/json-schema/check.ts'

const patterns = controlOperations.map((operation) => ({
  operation,
  pattern: new RegExp(`^(/w/[^/]+)?/_mock/${operation.path.replace(/\{\w+\}/g, '[^/]+')}/?$`, 'i'),
}))

/** Throws if the mock's own answer is not of the shape that its operation says. */
export function holdToShape(method: string, url: string, status: number, body: string): void {
  if (!url.includes('/_mock/')) return
  const path = url.split('?')[0] ?? ''
  const found = patterns.find(({ operation, pattern }) => operation.method === method && pattern.test(path))
  if (status !== 200 && status !== found?.operation.unmet?.status) return
  const answer = found?.operation.answer
  if (answer === undefined || 'mediaType' in answer) return
  const complaint = check(JSON.parse(body), answer)
  if (complaint !== undefined)
    throw new Error(`${method} ${url} answers ${complaint.path.join('.')}: ${complaint.says}`)
}
