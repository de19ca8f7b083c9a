import { featuresOf } from './features.ts'

/** A text and what it turned out to be: in the end, after whatever people corrected. */
export interface Labelled {
  readonly text: string
  readonly label: string
}

/** What a label is known by: how many texts bore it, and in how many of them each feature stood. */
interface Known {
  texts: number
  /** Of all features in all its texts. */
  features: number
  readonly of: Map<string, number>
}

/** What was learned of labelled texts; nothing but counts, so that what is learned later is added. */
export interface KindModel {
  readonly texts: number
  readonly labels: ReadonlyMap<string, Known>
  /** How many different features there are. */
  readonly vocabulary: number
}

export interface KindGuess {
  readonly label: string
  /** Sum of what its words speak for it, over the square root of how many there are: comparable between texts. */
  readonly score: number
}

/** A feature never seen with a label is this much of one that was. */
const SMOOTHING = 0.1

/** Counts what stands in the texts of each label. */
export function learnKinds(texts: Iterable<Labelled>): KindModel {
  const labels = new Map<string, Known>()
  const vocabulary = new Set<string>()
  let all = 0
  for (const { text, label } of texts) {
    const known = labels.get(label) ?? { texts: 0, features: 0, of: new Map() }
    labels.set(label, known)
    known.texts++
    all++
    for (const feature of featuresOf(text)) {
      vocabulary.add(feature)
      known.features++
      known.of.set(feature, (known.of.get(feature) ?? 0) + 1)
    }
  }
  return { texts: all, labels, vocabulary: vocabulary.size }
}

/** Labels of a text, the likeliest first (multinomial naive Bayes over what stands in it at all). */
export function guessKinds(model: KindModel, text: string): KindGuess[] {
  const features = [...featuresOf(text)]
  const scale = Math.sqrt(Math.max(1, features.length))
  return [...model.labels]
    .map(([label, known]) => {
      const spoken = features.map((feature) => logShare(model, known, feature))
      const score = (Math.log(known.texts / model.texts) + sum(spoken)) / scale
      return { label, score }
    })
    .toSorted((a, b) => b.score - a.score)
}

/** The features of a text that speak most for one label against another, the strongest first. */
export function speakingFor(
  model: KindModel,
  text: string,
  { label, against, most }: { label: string; against: string; most: number },
): string[] {
  const [known, other] = [model.labels.get(label), model.labels.get(against)]
  if (!known || !other) return []
  return [...featuresOf(text)]
    .map((feature) => ({
      feature,
      weight: logShare(model, known, feature) - logShare(model, other, feature),
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ feature }) => feature)
}

/** How far the likeliest label lies before the next; nought where there is none. */
export const marginOf = ([first, second]: readonly KindGuess[]): number =>
  first && second ? first.score - second.score : 0

/**
 * The margin from which on guesses err in at most so large a share of texts that the model has not learned from; infinite
 * where none is so sure. Below it a suggestion had better be silent.
 */
export function certainFrom(model: KindModel, held: Iterable<Labelled>, mostErrors: number): number {
  const judged = [...held]
    .map(({ text, label }) => {
      const guesses = guessKinds(model, text)
      return { margin: marginOf(guesses), wrong: guesses[0]?.label !== label }
    })
    .toSorted((a, b) => b.margin - a.margin)
  let [errors, from] = [0, Number.POSITIVE_INFINITY]
  for (const [at, { margin, wrong }] of judged.entries()) {
    if (wrong) errors++
    if (errors / (at + 1) <= mostErrors) from = margin
  }
  return from
}

const logShare = ({ vocabulary }: KindModel, { of, features }: Known, feature: string) =>
  Math.log(((of.get(feature) ?? 0) + SMOOTHING) / (features + SMOOTHING * vocabulary))

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
