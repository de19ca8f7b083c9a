import { neverOurFault, nothingLost, oneEffectPerKey, oneWins } from './world/answers.ts'
import { deadlinesFollow, handlingClocks, markedOnceAndNotEarly } from './world/clocks.ts'
import { chained, endsAreEnds, legalSteps, wholeHistory } from './world/histories.ts'
import { oneLiveRun, toldInOrder } from './world/runs.ts'
import { figuresAgree, nobodyNamed, ownCounty } from './world/walls.ts'
import type { Violation, World } from './world/world.ts'

const ofCases = [wholeHistory, legalSteps, endsAreEnds, chained]
const ofTheWorld = [
  nothingLost,
  oneLiveRun,
  markedOnceAndNotEarly,
  handlingClocks,
  oneWins,
  oneEffectPerKey,
  figuresAgree,
  ownCounty,
  toldInOrder,
  nobodyNamed,
  neverOurFault,
  deadlinesFollow,
]

/** What breaks the invariants of a sound world (I1–I16), by invariant; nothing when it is sound. Every harness asks this. */
export const checkWorld = (world: World): Violation[] =>
  [
    ...ofCases.flatMap((check) => world.cases.flatMap(check)),
    ...ofTheWorld.flatMap((check) => check(world)),
  ].toSorted((a, b) => a.invariant.localeCompare(b.invariant, 'en', { numeric: true }))

/** One line each, for people. */
export const sentencesOf = (violations: readonly Violation[]) =>
  violations.map(({ invariant, sentence }) => `${invariant} ${sentence}`)
