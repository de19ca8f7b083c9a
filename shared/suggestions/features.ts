/** Runs of Chinese, and words of Latin letters: numbers say where something is or whom to call, never what is wrong. */
const RUNS = /\p{Script=Han}+|\p{Script=Latin}{2,}/gu
const HAN = /\p{Script=Han}/u

/**
 * What a text is compared by: every pair of neighbouring Chinese characters, and Latin words in lower case. Pairs need no
 * dictionary, so they hold for the names of villages as well.
 */
export function featuresOf(text: string): ReadonlySet<string> {
  const features = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    const letters = [...run]
    if (!HAN.test(run) || letters.length === 1) features.add(run)
    else for (let at = 1; at < letters.length; at++) features.add(`${letters[at - 1]}${letters[at]}`)
  }
  return features
}

/**
 * How much two texts have in common, from 0 to 1, and what: neighbouring pairs are shown as the longer words they make.
 * A text of which nothing is left, such as a bare number, has nothing in common with anything.
 */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size)
  return least === 0 ? 0 : commonOf(one, other).length / Math.sqrt(one.size * other.size)
}

const commonOf = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((feature) => other.has(feature))

/** The words that two texts share, the longest first: 井盖 and 盖破 and 破损 stand in both as 井盖破损. */
export function sharedWords(one: string, other: string, most: number): string[] {
  const common = new Set(commonOf(featuresOf(one), featuresOf(other)))
  const words = new Set<string>()
  for (const [run] of one.normalize('NFKC').toLowerCase().matchAll(RUNS)) {
    if (common.has(run)) words.add(run)
    const letters = [...run]
    let word = ''
    for (let at = 1; at <= letters.length; at++) {
      const goes = at < letters.length && common.has(`${letters[at - 1]}${letters[at]}`)
      if (goes) word = `${word || letters[at - 1]}${letters[at]}`
      else if (word) {
        words.add(word)
        word = ''
      }
    }
  }
  return [...words].toSorted((a, b) => b.length - a.length).slice(0, most)
}
