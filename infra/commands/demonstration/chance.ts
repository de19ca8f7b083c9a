/** Numbers that look like chance and are the same at every start: a linear congruential generator (Numerical Recipes). */
export function createChance(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    /** From `least` to `most`, both within. */
    whole: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
    happens: (share: number) => next() < share,
  }
}
export type Chance = ReturnType<typeof createChance>
