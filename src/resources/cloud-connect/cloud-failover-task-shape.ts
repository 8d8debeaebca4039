import { attribute, href, optional, struct, text } from '../../model/shape.ts'
import { operatorRun } from '../sessions/run-shape.ts'

/** The failover of one machine. */
export const cloudFailoverTask = () =>
  struct({
    /** None where that point has been removed since. */
    VmReplicaPointLink: optional(
      struct(
        {
          Rel: attribute(text()),
          Href: attribute(href()),
          Name: attribute(text()),
          Type: attribute(text()),
        },
        ['Href', 'Name', 'Type', 'Rel'],
      ),
    ),
    ...operatorRun(),
    FailureMessage: optional(text()),
    VmName: attribute(text()),
  })
