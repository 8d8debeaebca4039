import { minutes } from '../../clock/duration.ts'
import type { EntityOf } from '../../model/resource.ts'
import type { Row } from '../../model/shape.ts'
import { tapeLibrary } from '../../resources/index.ts'
import { lifecycleOf } from '../core/lifecycle.ts'

type Library = EntityOf<typeof tapeLibrary> & Row

/** Tape libraries: idle again once their tapes are read. */
export const tapeLibraryLifecycle = [
  lifecycleOf(tapeLibrary, [
    {
      when: ({ State }) => State === 'Inventory',
      lasts: ({ IsQuick, SlotsCount }) => minutes(IsQuick === true ? 1 : SlotsCount),
      becomes: (library, simulation): Library => ({
        ...library,
        State: 'Idle',
        LastInventoryTimeUTC: simulation.now(),
      }),
    },
  ]),
]
