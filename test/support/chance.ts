/** The same numbers for the same seed (mulberry32), so that the moments of a failed run can be tried again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Chance that repeats with its seed. */
export interface Chance {
  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean
  /** A whole number from `least` to `most`, both among them. */
  whole(least: number, most: number): number
  one<T>(list: readonly T[]): T
  /** One of the values, each as likely as its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T
}

export function createChance(seed: number): Chance {
  const random = seededRandom(seed)
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  return {
    happens: (likelihood) => random() < likelihood,
    whole,
    one(list) {
      if (list.length === 0) throw new Error('There is nothing to choose from.')
      return list[whole(0, list.length - 1)]!
    },
    weighted(weights) {
      const all = Object.entries<number>(weights) as [keyof typeof weights, number][]
      let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of all) {
        left -= weight
        if (left < 0) return value
      }
      return all[0]![0]
    },
  }
}
