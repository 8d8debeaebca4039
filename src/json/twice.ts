import { visit } from 'jsonc-parser'

/** The first member of an object that it has twice, of which all readers but us would take the last; nothing if there is none. */
export function twiceIn(
  text: string,
): { readonly name: string; readonly offset: number } | undefined {
  const open: Set<string>[] = []
  let found: { readonly name: string; readonly offset: number } | undefined
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, offset) {
      const seen = open.at(-1)
      if (seen?.has(name) === true) found ??= { name, offset }
      seen?.add(name)
    },
  })
  return found
}
