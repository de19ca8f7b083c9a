import { instantOf } from '../../shared/kernel/instant.ts'
import {
  certainFrom,
  guessKinds,
  type Labelled,
  learnKinds,
  marginOf,
} from '../../shared/suggestions/kind-model.ts'
import { sameProblem, type Told, usualReach } from '../../shared/suggestions/same-problem.ts'
import { guessUnits, learnUnits } from '../../shared/suggestions/unit-model.ts'
import { createChance } from '../support/chance.ts'
import type { BenchResult, Figure } from './main.ts'
import { type CityCase, hasRealData, readCityCases, readMessages } from './suggest/real-data.ts'
import { type SecondReport, secondReports } from './suggest/second-reports.ts'

const SEED = 311
/** A suggestion that acts by itself may err this often. */
const MOST_ERRORS = 0.03
const TRAINED = 0.6
const HELD = 0.1
const SECONDS = 500
const SHOWN = 5

/** Suggestions of kinds, units and duplicates on real messages and cases, learned and measured on disjoint parts. */
export async function bench(): Promise<BenchResult> {
  if (!hasRealData())
    return { figures: [], notes: ['Skipped: the real messages and cases are not beside this project.'] }
  const cases = readCityCases()
  return {
    figures: [...kindFigures(), ...unitFigures(cases), ...sameFigures(cases)],
    notes: [
      `Messages and cases shuffled with seed ${SEED}: ${TRAINED * 100} % learned from, ${HELD * 100} % to find where a guess is certain (errors ≤ ${MOST_ERRORS * 100} %), the rest measured.`,
      'Plain counts: the label whose texts hold the words of a message most often, each label for its size.',
      `Duplicates: ${SECONDS} second reports up to 90 m and 6 days away, in other words, 15 % without a type, among all cases. Dense: all years of Boston pressed into 90 days.`,
      'Messages by a city board of seven classes, cases of Boston by 131 types: neither names the kinds of this product.',
    ],
  }
}

const percent = (name: string, value: number, bar?: number): Figure => ({
  name,
  value: value * 100,
  unit: '%',
  ...(bar !== undefined && { bar: bar * 100, ok: value >= bar }),
})

function parted<T>(all: readonly T[]): { learned: T[]; held: T[]; measured: T[] } {
  const chance = createChance(SEED)
  const shuffled = all
    .map((one) => ({ one, at: chance.whole(0, 1_000_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
  const [first, second] = [TRAINED, TRAINED + HELD].map((share) => Math.floor(all.length * share))
  return {
    learned: shuffled.slice(0, first),
    held: shuffled.slice(first, second),
    measured: shuffled.slice(second),
  }
}

function kindFigures(): Figure[] {
  const { learned, held, measured } = parted(readMessages())
  const model = learnKinds(learned)
  const from = certainFrom(model, held, MOST_ERRORS)
  const judged = measured.map(({ text, label }) => {
    const guesses = guessKinds(model, text)
    const at = guesses.findIndex((guess) => guess.label === label)
    return { at, certain: marginOf(guesses) >= from }
  })
  const share = (test: (one: (typeof judged)[number]) => boolean, of = judged) =>
    of.filter(test).length / Math.max(1, of.length)
  const certain = judged.filter((one) => one.certain)
  const frequent = share(() => true) * mostFrequent(learned, measured)
  const counted = plainCounts(learned, measured)
  const accuracy = share(({ at }) => at === 0)
  return [
    { name: 'messages learned from', value: learned.length, unit: '' },
    { name: 'messages measured', value: measured.length, unit: '' },
    percent('kind: first guess right', accuracy, Math.max(frequent, counted)),
    percent(
      'kind: among the first three',
      share(({ at }) => at >= 0 && at < 3),
    ),
    percent('kind: certain', certain.length / judged.length),
    percent(
      'kind: wrong of the certain',
      share(({ at }) => at !== 0, certain),
    ),
    percent('kind: the most frequent class', frequent),
    percent('kind: plain counts', counted),
  ]
}

function mostFrequent(learned: readonly Labelled[], measured: readonly Labelled[]): number {
  const counts = new Map<string, number>()
  for (const { label } of learned) counts.set(label, (counts.get(label) ?? 0) + 1)
  const [label] = [...counts].toSorted((a, b) => b[1] - a[1])[0]!
  return measured.filter((one) => one.label === label).length / measured.length
}

function plainCounts(learned: readonly Labelled[], measured: readonly Labelled[]): number {
  const { labels } = learnKinds(learned)
  const right = measured.filter(({ text, label }) => {
    const words = [...learnKinds([{ text, label }]).labels.get(label)!.of.keys()]
    const [best] = [...labels]
      .map(([name, { of, features }]) => ({
        name,
        count: words.reduce((sum, word) => sum + (of.get(word) ?? 0), 0) / features,
      }))
      .toSorted((a, b) => b.count - a.count)
    return best?.name === label
  })
  return right.length / measured.length
}

function unitFigures(cases: readonly CityCase[]): Figure[] {
  const { learned, measured } = parted(cases)
  const known = ({ type, neighborhood, queue }: CityCase) => ({
    kind: type,
    areas: neighborhood ? [neighborhood] : [],
    unit: queue,
  })
  const model = learnUnits(learned.map(known))
  const judged = measured.map((one) => {
    const guesses = guessUnits(model, known(one))
    const [first] = guesses
    return {
      first: first?.unit === one.queue,
      three: guesses.slice(0, 3).some(({ unit }) => unit === one.queue),
      certain: first !== undefined && first.share >= 1 - MOST_ERRORS && first.cases >= 5,
    }
  })
  const share = (test: (one: (typeof judged)[number]) => boolean, of = judged) =>
    of.filter(test).length / Math.max(1, of.length)
  const certain = judged.filter((one) => one.certain)
  return [
    percent(
      'unit: first guess right',
      share(({ first }) => first),
    ),
    percent(
      'unit: among the first three',
      share(({ three }) => three),
    ),
    percent('unit: certain', certain.length / judged.length),
    percent(
      'unit: wrong of the certain',
      share(({ first }) => !first, certain),
    ),
  ]
}

function sameFigures(cases: readonly CityCase[]): Figure[] {
  const [first, last] = [cases[0]!.openedMs, cases.at(-1)!.openedMs]
  const pressed = cases.map((one) => ({
    ...one,
    openedMs: first + ((one.openedMs - first) / (last - first)) * 90 * 86_400_000,
  }))
  return [...sameAmong('their own years', cases), ...sameAmong('dense', pressed)]
}

function sameAmong(name: string, cases: readonly CityCase[]): Figure[] {
  const seconds = secondReports(cases, SECONDS, createChance(SEED))
  const told = new Map([...cases, ...seconds].map((one) => [one.id, toldOf(one)]))
  let [found, top, suggested, right] = [0, 0, 0, 0]
  for (const second of seconds) {
    const list = suggestions(second, [...cases, ...seconds], told)
    if (list.some(({ id }) => id === second.of)) found++
    if (list[0]?.id === second.of) top++
    suggested += list.length
    right += list.filter(({ id }) => id === second.of).length
  }
  return [
    percent(`same problem, ${name}: found among five`, found / seconds.length),
    percent(`same problem, ${name}: found first`, top / seconds.length),
    percent(`same problem, ${name}: right of all suggested`, right / Math.max(1, suggested)),
  ]
}

function suggestions(second: SecondReport, all: readonly CityCase[], told: ReadonlyMap<string, Told>) {
  const asked = told.get(second.id)!
  return all
    .filter(({ id, openedMs }) => id !== second.id && openedMs <= second.openedMs)
    .filter(({ openedMs }) => second.openedMs - openedMs <= usualReach.days * 86_400_000)
    .map(({ id }) => ({ id, same: sameProblem(asked, told.get(id)!) }))
    .filter(({ same }) => same !== undefined)
    .toSorted((a, b) => b.same!.score - a.same!.score)
    .slice(0, SHOWN)
}

const toldOf = ({ type, title, place, position, openedMs }: CityCase): Told => ({
  ...(type && { kind: type }),
  position,
  place,
  words: title,
  reportedAt: instantOf(openedMs),
})
