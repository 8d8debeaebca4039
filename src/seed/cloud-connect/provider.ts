/** The backup server of a provider. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Nothing that is told of it has gone wrong. */
  readonly isFlawless: boolean
}
