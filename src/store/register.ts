import type { Resource } from '../model/resource.ts'

/** All resource types, to be found by name without regard to case. */
export class Register {
  readonly resources: readonly Resource[]
  readonly #byName: ReadonlyMap<string, Resource>

  constructor(resources: readonly Resource[]) {
    this.resources = resources
    this.#byName = new Map(resources.map((resource) => [resource.name.toLowerCase(), resource]))
  }

  find(name: string): Resource | undefined {
    return this.#byName.get(name.toLowerCase())
  }
}

const known = new WeakMap<readonly Resource[], Register>()

/** The register of a list of types: all stores of one list share it. */
export function registerOf(resources: readonly Resource[]): Register {
  let register = known.get(resources)
  if (register === undefined) known.set(resources, (register = new Register(resources)))
  return register
}
