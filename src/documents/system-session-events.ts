import { writeInstant } from '../clock/instant.ts'
import type { EntityOf } from '../model/resource.ts'
import { numeric, repeated, struct, text } from '../model/shape.ts'
import { backupJobSession, systemSession } from '../resources/index.ts'
import type { Answer, Root } from '../wire/answer.ts'
import { resourceShape } from '../wire/documents.ts'

type SystemSession = EntityOf<typeof systemSession>

const { name: type, path } = systemSession
export const eventsRoot: Root = {
  name: `${type}Events`,
  shape: resourceShape({
    Events: repeated(struct({ CreationTimeUTC: text(), Message: text(), Order: numeric() })),
  }),
}

/** `GET /systemSessions/{id}/events`: what the session's log says. */
export const describeEvents = ({ id, Name, Events }: SystemSession): Answer => ({
  kind: 'document',
  isLasting: true,
  ...eventsRoot,
  value: {
    // As the real server does: these times are written without a Z (documented).
    Events: Events.map((event) => ({
      ...event,
      CreationTimeUTC: writeInstant(event.CreationTimeUTC).slice(0, -1),
    })),
    // As the real server does: it takes the session for a job's (documented).
    Links: [{ Rel: 'Up', Href: `/${path}/${id}?format=Entity`, Name, Type: backupJobSession.name }],
    Href: `/${path}/${id}/events`,
    Type: `${type}Events`,
  },
})
