import type { Node } from 'jsonc-parser'
import { nearest } from '#grammar'
import type { Members, Shape } from './story-shape.ts'

/** What is wrong, and at which character. */
export interface Complaint {
  readonly offset: number
  readonly says: string
}

/** The first thing about a value that is not as its shape says; nothing if all is well. */
export function checkShape(node: Node, shape: Shape): Complaint | undefined {
  const value: unknown = node.value
  switch (shape.kind) {
    case 'text':
      if (typeof value !== 'string') return notThat(node, shape)
      return shape.form === undefined || shape.form.test(value) ? undefined : notThat(node, shape)
    case 'number':
      return typeof value === 'number' && value >= shape.least ? undefined : notThat(node, shape)
    case 'truth':
      return typeof value === 'boolean' ? undefined : notThat(node, shape)
    case 'word':
      return typeof value === 'string' && shape.words.includes(value)
        ? undefined
        : notThat(node, shape, nearest(String(value), shape.words))
    case 'list':
      if (node.type !== 'array') return notThat(node, shape)
      return firstOf(node.children ?? [], (child) => checkShape(child, shape.of))
    case 'either':
      return checkEither(node, shape.shapes) ?? undefined
    case 'byWord': {
      const by = member(node, shape.member)
      const chosen = by === undefined ? undefined : shape.shapes[String(by.value)]
      if (chosen !== undefined) return checkShape(node, chosen)
      const words = Object.keys(shape.shapes)
      const says = `"${shape.member}": one of ${words.join(', ')}`
      return notThat(by ?? node, { ...shape, says }, nearest(String(by?.value), words))
    }
    case 'members':
      return node.type === 'object'
        ? checkMembers(node, shape.members, shape.says)
        : notThat(node, shape)
  }
}

/** Complains as the shape that the value comes nearest to. */
function checkEither(node: Node, shapes: readonly Shape[]): Complaint | undefined {
  const complaints = shapes.map((shape) => checkShape(node, shape))
  if (complaints.includes(undefined)) return undefined
  const inside = complaints.find((it) => it !== undefined && it.offset > node.offset)
  const says = shapes.map((it) => it.says).join(', or ')
  return inside ?? notThat(node, { says })
}

function checkMembers(node: Node, members: Members, says: string): Complaint | undefined {
  const seen = new Set<string>()
  const wrong = firstOf(node.children ?? [], ({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return undefined
    const name = String(key.value)
    const shape = Object.hasOwn(members, name) ? members[name] : undefined
    if (shape === undefined) {
      const near = nearest(name, Object.keys(members))
      return {
        offset: key.offset,
        says: `${says} has no "${name}".${near === undefined ? ` It has ${Object.keys(members).join(', ')}.` : ` Did you mean "${near}"?`}`,
      }
    }
    if (seen.has(name)) return { offset: key.offset, says: `"${name}" is here twice.` }
    seen.add(name)
    return checkShape(value, shape)
  })
  if (wrong !== undefined) return wrong
  const missing = Object.keys(members).find(
    (it) => members[it]?.isOptional !== true && !seen.has(it),
  )
  if (missing === undefined) return undefined
  return {
    offset: node.offset,
    says: `${says} lacks "${missing}": ${members[missing]?.says ?? ''}.`,
  }
}

function notThat(node: Node, { says }: { readonly says: string }, near?: string): Complaint {
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return { offset: node.offset, says: `found ${found(node)}, expected ${says}.${hint}` }
}

function found(node: Node): string {
  if (node.type === 'object') return 'an object'
  if (node.type === 'array') return 'a list'
  return JSON.stringify(node.value)
}

/** The value of an object's member. */
export const member = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object'
    ? node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]
    : undefined

function firstOf(
  nodes: readonly Node[],
  check: (node: Node) => Complaint | undefined,
): Complaint | undefined {
  for (const node of nodes) {
    const complaint = check(node)
    if (complaint !== undefined) return complaint
  }
  return undefined
}
