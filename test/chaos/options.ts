/** A whole number of the command line. */
export function whole(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Error(`${text} is not a whole number below 100,000.`)
  return Number(text)
}

/** A linear congruential generator (Numerical Recipes): the mishaps need only be as many again, not unforeseeable. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
