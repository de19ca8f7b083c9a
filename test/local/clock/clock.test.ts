import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Clock, createClock } from '../../../infra/local/clock/clock.ts'
import { type Activity, createActivity } from '../../../infra/local/kernel/activity.ts'
import { type Database, openDatabase } from '../../../infra/local/kernel/database.ts'

const DAY = 86_400_000
const START = Date.UTC(2024, 1, 28)

let folder: string
let database: Database
let activity: Activity
let clock: Clock

function open(startAt?: number) {
  database = openDatabase(folder)
  activity = createActivity()
  clock = createClock(database, activity, startAt)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'))
  open(START)
})

afterEach(async () => {
  clock.stop()
  await database.close()
  rmSync(folder, { recursive: true })
})

describe('the virtual clock', () => {
  it('starts at any instant on an empty folder and runs on from there', () => {
    expect(clock.now() - START).toBeLessThan(5_000)
    expect(clock.now()).toBeGreaterThanOrEqual(START)
  })

  it('passes 300 days in milliseconds, and the timers on the way in their order', async () => {
    const fired: [string, number][] = []
    clock.at(START + 300 * DAY, () => fired.push(['day 300', clock.now()]))
    clock.at(START + 10 * DAY, () => fired.push(['day 10', clock.now()]))
    clock.at(START + 301 * DAY, () => fired.push(['day 301', clock.now()]))
    const realStart = performance.now()
    await clock.advanceTo(START + 300 * DAY)
    expect(performance.now() - realStart).toBeLessThan(2_000)
    expect(fired.map(([name]) => name)).toEqual(['day 10', 'day 300'])
    expect(fired.map(([, at]) => Math.floor((at - START) / DAY))).toEqual([10, 300])
  })

  it('lets everything a timer caused settle, further timers included, before it moves on', async () => {
    const seen: number[] = []
    clock.at(START + DAY, () => {
      activity.during('work', async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        clock.at(START + 2 * DAY, () => seen.push(2))
      })
    })
    clock.at(START + 3 * DAY, () => seen.push(3))
    await clock.advanceTo(START + 4 * DAY)
    expect(seen).toEqual([2, 3])
  })

  it('never fires early, whatever is asked of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 400 * DAY }), { maxLength: 20 }),
        async (distances) => {
          const base = clock.now()
          const fired: number[] = []
          const early: number[] = []
          for (const distance of distances)
            clock.at(base + distance, () => {
              fired.push(distance)
              if (clock.now() < base + distance) early.push(distance)
            })
          await clock.advanceTo(base + 400 * DAY)
          expect(early).toEqual([])
          expect(fired).toEqual([...distances].sort((a, b) => a - b))
        },
      ),
      { numRuns: 30 },
    )
  })

  it('forgets a cancelled timer', async () => {
    let fired = false
    clock
      .at(START + DAY, () => {
        fired = true
      })
      .cancel()
    await clock.advanceTo(START + 2 * DAY)
    expect(fired).toBe(false)
  })

  it('fires near timers by itself, in real time', async () => {
    const due = clock.now() + 30
    const at = await new Promise<number>((resolve) => clock.at(due, () => resolve(clock.now())))
    expect(at).toBeGreaterThanOrEqual(due)
  })

  it('only moves forward, and says so', async () => {
    await expect(clock.advanceTo(START - 1)).rejects.toThrow('only moves forward')
  })

  it('stands where it stood after a restart, and cannot be set again', async () => {
    await clock.advanceTo(START + 5 * DAY)
    clock.stop()
    await database.close()
    open()
    expect(Math.floor((clock.now() - START) / DAY)).toBe(5)
    expect(() => createClock(database, activity, START)).toThrow('empty folder')
  })

  it('shares its offset with workers', async () => {
    await clock.advanceTo(START + DAY)
    const [offset] = new Float64Array(clock.shared)
    expect(Math.abs(Date.now() + offset! - clock.now())).toBeLessThan(5)
  })
})
