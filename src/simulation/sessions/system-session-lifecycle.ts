import { systemSession } from '../../resources/index.ts'
import { collected, collectionLasts } from './collection.ts'
import { lifecycleOf } from '../core/lifecycle.ts'

/** What EM does for itself: in progress until it is over. */
export const systemSessionLifecycle = [
  lifecycleOf(systemSession, [
    {
      when: ({ State, ServerName }) => State === 'InProgress' && ServerName !== undefined,
      lasts: collectionLasts,
      becomes: collected,
    },
  ]),
]
