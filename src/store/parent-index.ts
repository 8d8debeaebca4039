import { sameId } from './same-id.ts'

/** Positions by the id that their rows hold in one role, in the order of the table. */
export class ParentIndex {
  readonly #byId = new Map<string, number[]>()

  of(id: string): readonly number[] {
    return this.#byId.get(sameId(id)) ?? []
  }

  add(id: string | undefined, position: number): void {
    if (id === undefined) return
    const positions = this.#byId.get(sameId(id))
    if (positions === undefined) this.#byId.set(sameId(id), [position])
    else if (position > (positions.at(-1) ?? -1)) positions.push(position)
    else positions.splice(placeOf(positions, position), 0, position)
  }

  remove(id: string | undefined, position: number): void {
    if (id === undefined) return
    const positions = this.#byId.get(sameId(id)) ?? []
    positions.splice(placeOf(positions, position), 1)
    if (positions.length === 0) this.#byId.delete(sameId(id))
  }
}

function placeOf(positions: readonly number[], position: number): number {
  let low = 0
  let high = positions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((positions[middle] ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}
