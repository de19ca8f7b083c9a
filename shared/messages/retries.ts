const MINUTE_MS = 60_000

/** Waits between tries: a gateway that is back soon delays nobody, one that is away for hours is not pestered. */
const WAITS_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS)

/** When a message whose `attempts` tries have failed is tried again; undefined when it is given up. Epoch milliseconds. */
export const retryAt = (attempts: number, now: number): number | undefined => {
  const wait = WAITS_MS[attempts - 1]
  return wait === undefined ? undefined : now + wait
}
