/** A drawing whose line enters and leaves at the height y; up and down are its reach from there. */
export interface Drawing {
  readonly width: number
  readonly up: number
  readonly down: number
  readonly draw: (x: number, y: number) => string
}

const LETTER = 8.4
const HALF = 15
const GAP = 12
const BEND = 10

/** The drawing alone, with a piece of rail at either end. */
export function svg({ width, up, down, draw }: Drawing): string {
  const y = up + 2
  const size = `width="${round(width + 2 * GAP)}" height="${round(y + down + 2)}"`
  const ends = line(0, y, GAP) + line(GAP + width, y, GAP)
  return `<svg ${size} role="img">${ends}${draw(GAP, y)}</svg>`
}

/** A word in a box; a square one leads to the place on the page that explains it. */
export function box(text: string, corners: 'round' | 'square'): Drawing {
  const width = text.length * LETTER + 2 * GAP
  const draw = (x: number, y: number): string => {
    const size = `width="${round(width)}" height="${round(2 * HALF)}"`
    const radius = corners === 'round' ? HALF : 0
    const frame = `<rect x="${round(x)}" y="${round(y - HALF)}" ${size} rx="${round(radius)}"/>`
    const middle = `x="${round(x + width / 2)}" y="${round(y + 5)}"`
    const word = `<text ${middle}>${escapeText(text)}</text>`
    return frame + (corners === 'round' ? word : `<a href="#${text}">${word}</a>`)
  }
  return { width, up: HALF, down: HALF, draw }
}

/** One after the other. */
export function sequence(parts: readonly Drawing[]): Drawing {
  const width = sum(parts.map((part) => part.width)) + GAP * (parts.length - 1)
  const draw = (x: number, y: number): string => {
    let at = x
    return parts
      .map((part, index) => {
        const rail = index === 0 ? '' : line(at - GAP, y, GAP)
        const drawn = rail + part.draw(at, y)
        at += part.width + GAP
        return drawn
      })
      .join('')
  }
  return { width, up: most(parts, 'up'), down: most(parts, 'down'), draw }
}

/** The first on the line, the others below it. */
export function choice(parts: readonly Drawing[]): Drawing {
  const inner = most(parts, 'width')
  const width = inner + 4 * BEND
  const height = sum(parts.map(({ up, down }) => up + down)) + GAP * (parts.length - 1)
  const up = parts[0]?.up ?? 0
  const draw = (x: number, y: number): string => {
    let top = y - up
    return parts
      .map((part) => {
        const at = top + part.up
        top = at + part.down + GAP
        const left = x + 2 * BEND
        const rest = line(left + part.width, at, inner - part.width)
        return switchTo(x, y, at, 1) + part.draw(left, at) + rest + switchTo(x + width, y, at, -1)
      })
      .join('')
  }
  return { width, up, down: height - up, draw }
}

/** The item on the line, the separator on the way back beneath it. */
export function list(item: Drawing, separator: Drawing): Drawing {
  const inner = Math.max(item.width, separator.width)
  const width = inner + 4 * BEND
  const below = item.down + GAP + separator.up
  const draw = (x: number, y: number): string => {
    const left = x + 2 * BEND
    const back = y + below
    const rails = line(x, y, 2 * BEND) + line(left + item.width, y, x + width - left - item.width)
    const wayBack = turn(left, y, back, -1) + turn(left + inner, y, back, 1)
    const rest = line(left + separator.width, back, inner - separator.width)
    return rails + item.draw(left, y) + wayBack + separator.draw(left, back) + rest
  }
  return { width, up: item.up, down: below + separator.down, draw }
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function line(x: number, y: number, length: number): string {
  return length > 0 ? path(x, y, `h${round(length)}`) : ''
}

/** From the main line to another below it, towards the right (1) or the left (-1). */
function switchTo(x: number, y: number, to: number, towards: 1 | -1): string {
  const bend = round(towards * BEND)
  if (to === y) return path(x, y, `h${round(2 * towards * BEND)}`)
  const down = `v${round(to - y - 2 * BEND)}`
  return path(x, y, `q${bend} 0 ${bend} ${round(BEND)}${down}q0 ${round(BEND)} ${bend} ${round(BEND)}`)
}

/** Out to the right (1) or the left (-1), down and back to below where it began. */
function turn(x: number, y: number, to: number, towards: 1 | -1): string {
  const out = round(towards * BEND)
  const down = `v${round(to - y - 2 * BEND)}`
  return path(x, y, `q${out} 0 ${out} ${round(BEND)}${down}q0 ${round(BEND)} ${round(-towards * BEND)} ${round(BEND)}`)
}

function path(x: number, y: number, way: string): string {
  return `<path d="M${round(x)} ${round(y)}${way}"/>`
}

function round(length: number): string {
  return String(Math.round(length * 10) / 10)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0)
}

function most(parts: readonly Drawing[], side: 'width' | 'up' | 'down'): number {
  return Math.max(...parts.map((part) => part[side]))
}
