import { lowest, type BitSet } from './bit-set.ts'
import type { Column } from './column.ts'
import { isMet, type Key, type ComparisonOperator } from './key.ts'
import { sortByKey } from './sort-by-key.ts'

/** Values that are nearly all different: nothing is kept, each is read from its row when it is asked for. */
export class PlainColumn implements Column {
  readonly cost = 3
  readonly #read: (position: number) => Key | undefined

  constructor(read: (position: number) => Key | undefined) {
    this.#read = read
  }

  keyAt(position: number): Key | undefined {
    return this.#read(position)
  }

  put(): void {
    // Nothing is kept.
  }

  refine(operator: ComparisonOperator, key: Key, matches: BitSet): void {
    const { words } = matches
    for (let i = 0; i < words.length; i++) {
      let kept = words[i] ?? 0
      for (let rest = kept; rest !== 0; rest &= rest - 1)
        if (!isMet(this.#read((i << 5) + lowest(rest)), operator, key)) kept &= ~(rest & -rest)
      words[i] = kept
    }
  }

  sorted(live: BitSet): Uint32Array {
    return sortByKey(live.slice(), this.#read)
  }
}
