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
