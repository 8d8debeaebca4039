/** A scenario that cannot be seeded: what was found, where, what was expected and the way out. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
}
