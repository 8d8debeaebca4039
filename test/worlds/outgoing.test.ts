import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Outgoing } from '../../src/worlds/outgoing.ts'

/** An answer that takes what it is sent when its reader does. */
class Slow extends EventEmitter {
  destroyed = false
  hasEnded = false
  sent = 0
  #next: (() => void) | undefined

  write(piece: Buffer, next: () => void): void {
    this.sent += piece.length
    this.#next = next
  }
  end(done: () => void): void {
    this.hasEnded = true
    done()
  }
  destroy(): void {
    this.destroyed = true
    this.emit('close')
  }
  read(): void {
    this.#next?.()
  }
}

const send = (outgoing: Outgoing, bytes: number) => {
  const slow = new Slow()
  outgoing.send(slow as never, Buffer.alloc(bytes), () => undefined)
  return slow
}

it('hands an answer on piece by piece, and ends it when all of it has been taken', () => {
  const slow = send(new Outgoing(), 150_000)
  const seen: (readonly [number, boolean])[] = []
  while (!slow.hasEnded) {
    seen.push([slow.sent, slow.hasEnded])
    slow.read()
  }
  expect(seen).toEqual([
    [65_536, false],
    [131_072, false],
    [150_000, false],
  ])
})

it('lets requests wait while there is no room, and in one by one, but none whose client has gone', async () => {
  const outgoing = new Outgoing({ most: 1000 })
  const first = send(outgoing, 1000)
  expect(outgoing.isFull).toBe(true)
  const later: Slow[] = []
  const clients = Array.from({ length: 4 }, () => new Slow())
  for (const client of clients) outgoing.whenRoom(client as never, () => later.push(send(outgoing, 1000)))
  clients[0]!.destroy()
  await setImmediate()
  expect(later).toHaveLength(0)
  first.read()
  for (const count of [1, 2, 3]) {
    for (let turn = 0; turn < 3; turn++) await setImmediate()
    expect(later).toHaveLength(count)
    later.at(-1)!.read()
  }
  expect(outgoing.isFull).toBe(false)
})

it.each([
  ['while there is room', 1000, false, false],
  ['when its room is needed', 500, false, true],
  ['when the server stops', 1000, true, true],
])('cuts off an answer that stands still: %s', (_, most, stops, isCut) => {
  const outgoing = new Outgoing({ most, patience: 0 })
  const slow = send(outgoing, 500)
  if (stops) outgoing.stop()
  outgoing.glance()
  expect(slow.destroyed).toBe(isCut)
  expect(outgoing.isFull).toBe(false)
})

it('counts nothing of an answer whose reader had gone before it was made', () => {
  const outgoing = new Outgoing({ most: 100 })
  const gone = new Slow()
  gone.destroy()
  let isDone = false
  outgoing.send(gone as never, Buffer.alloc(1000), () => (isDone = true))
  expect([gone.sent, outgoing.isFull, isDone]).toEqual([0, false, true])
})
