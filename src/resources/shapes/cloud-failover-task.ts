import {
  attribute, enumeration, href, moment, numeric, optional, struct, text,
} from '../../model/shape.ts' // prettier-ignore

/** How far a session is, and how it ended. */
export const sessionStates = ['Starting', 'Stopping', 'Working', 'Stopped'] as const
export const sessionResults = ['None', 'Success', 'Warning', 'Failed'] as const

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
    CreationTimeUTC: moment(),
    EndTimeUTC: optional(moment()),
    State: enumeration(...sessionStates),
    Result: enumeration(...sessionResults),
    Progress: numeric(),
    FailureMessage: optional(text()),
    VmName: attribute(text()),
  })
