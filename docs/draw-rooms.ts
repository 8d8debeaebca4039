import { floorOf, placeOf, rooms, type Room } from '../test/modules.ts'
import { readSources } from '../test/sources.ts'

/** The rooms as docs/architecture.md shows them: a house with floors, and a table of what each may. */
export function drawRooms(): string {
  const folders = rooms.flatMap(({ begins }) => (/^\w[\w-]*\/$/.test(begins) ? [begins] : []))
  const openings = readSources(...folders.map((folder) => folder.slice(0, -1))).map(({ firstLine }) => firstLine)
  return `\`\`\`\n${drawHouse()}\`\`\`\n\n${writeTable(openings)}`
}

function drawHouse(): string {
  const floors = [...new Set(rooms.map(({ name }) => floorOf(name)))].sort((a, b) => b - a)
  const drawn = floors.map((floor) => {
    const on = rooms.filter(({ name }) => floorOf(name) === floor)
    return `${floor}   ${on.map(drawRoom).join('     ')}\n`
  })
  return drawn.join(`    ${'─'.repeat(64)}\n`)
}

const drawRoom = (memoryGuard: Room): string =>
  memoryGuard.packages.length === 0
    ? labelOf(memoryGuard)
    : `${labelOf(memoryGuard)} [${memoryGuard.packages.join(', ')}]`

/** `#grammar`, `query`, `src/*.ts`. */
const labelOf = (memoryGuard: Room): string => memoryGuard.door ?? placeOf(memoryGuard).replace(/^src\/(?=[a-z]+$)/, '')

function writeTable(openings: readonly string[]): string {
  const rows = rooms.map((memoryGuard) => [
    `\`${placeOf(memoryGuard)}\``,
    sentenceOf(memoryGuard, openings),
    tellOpened(memoryGuard),
    memoryGuard.packages.join(', '),
    memoryGuard.may.join(', '),
  ])
  return [['Room', 'What it is', 'Opens', 'Packages', 'May'], Array<string>(5).fill('---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')
}

/** The rooms it opens, or those below that it does not if it opens nearly all. */
function tellOpened({ name, opens }: Room): string {
  const below = rooms.filter((memoryGuard) => floorOf(memoryGuard.name) < floorOf(name))
  const opened = below.filter((memoryGuard) => opens.includes(memoryGuard.name)).map(labelOf)
  const shut = below.filter((memoryGuard) => !opens.includes(memoryGuard.name)).map(labelOf)
  if (opened.length < 8 || shut.length > 2) return opened.join(', ')
  return ['all below', ...shut].join(' but ')
}

/** The first sentence of the comment that opens the room. */
function sentenceOf({ opening, says }: Room, openings: readonly string[]): string {
  if (opening === undefined) return says ?? ''
  const line = openings.find((each) => each.startsWith(opening)) ?? ''
  return line.replace(/^\/\/ (Room [\w-]+: )?/, '').replace(/\.( .*)?$/, '')
}
