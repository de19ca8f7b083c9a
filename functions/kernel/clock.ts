/** The trade's time, epoch milliseconds. */
export interface Clock {
  now(): number
}
