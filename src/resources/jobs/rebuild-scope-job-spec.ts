import { optional, struct } from '../../model/shape.ts'

/** Whose scopes are to be gone through: one of the three, empty; all if none is given (em_rest post_security_accounts_actionrebuildscope). */
export const rebuildScopeJobSpec = () =>
  struct({
    RebuildAll: optional(struct({})),
    RebuildUnprocessed: optional(struct({})),
    RebuildForCurrentUser: optional(struct({})),
  })
