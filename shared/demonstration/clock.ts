import * as z from 'zod'

/** Where the demonstration's clock is read and put forward: at the program that runs it, and nowhere in the product. */
export const CLOCK_PATH = '/demonstration/clock'

/** How far it is put forward at once. */
export const clockSteps = { hour: 3_600_000, day: 86_400_000 } as const
export type ClockStep = keyof typeof clockSteps

/** What the clock says: the trade's time. */
export const clockReading = z.object({ now: z.iso.datetime() })
