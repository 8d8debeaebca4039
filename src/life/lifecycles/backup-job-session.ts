import { seconds } from '../../clock/duration.ts'
import { backupJobSession } from '../../resources/index.ts'
import { runEnded } from '../end.ts'
import { lifecycleOf } from '../lifecycle.ts'
import { openParts, runOf } from '../parts.ts'
import { tableOf } from '../table-of.ts'

/** Starting, working until all its parts have ended, and stopped once it has put its things away. */
export const backupJobSessionLife = lifecycleOf(
  'BackupJobSession',
  (world) => tableOf(world, backupJobSession),
  [
    {
      when: (session) => session.State === 'Starting',
      lasts: (session, { chance }) => seconds(chance.of(session.id, 'start').number(3, 25)),
      becomes: () => ({ State: 'Working' }),
      then: (session, world) => openParts(world, runOf(world, session.id)),
    },
    {
      when: (session, world) => {
        const run = world.runs.get(session.id)
        return session.State === 'Working' && run !== undefined && run.done === run.parts.length
      },
      lasts: (session, { chance }) => seconds(chance.of(session.id, 'finish').number(2, 12)),
      becomes: (session, world) => {
        const { worst, message } = runOf(world, session.id)
        return {
          State: 'Stopped',
          EndTimeUTC: world.now(),
          Result: worst,
          // As the real server does: an immediate copy is at 0 when it is done (recorded).
          Progress: session.JobType === 'ImmediateBackupCopy' ? 0 : 100,
          ...(worst === 'Failed' && message !== undefined && { FailureMessage: message }),
        }
      },
      then: (session, world) => runEnded(world, session),
    },
  ],
)
