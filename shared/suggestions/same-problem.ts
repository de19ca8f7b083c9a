import { metresBetween } from '../components/place-cell.ts'
import type { Instant } from '../kernel/instant.ts'
import { featuresOf, sharedWords, shareOf } from './features.ts'

/** What is compared of two reports. */
export interface Told {
  readonly kind?: string
  /** WGS-84 degrees. */
  readonly position?: { readonly longitude: number; readonly latitude: number }
  /** Of the unit grid, or of the smallest area known. */
  readonly area?: string
  readonly place: string
  readonly words: string
  readonly reportedAt: Instant
}

/** How far apart two reports of one problem may lie. */
export interface Reach {
  readonly metres: number
  readonly days: number
}

/** 疑似重复, as the trade's systems have it: a hundred metres and a week. */
export const usualReach: Reach = { metres: 100, days: 7 }

/** Why two reports are held for one problem. */
export interface SameReasons {
  /** Between their points, rounded; absent where one has none. */
  readonly metres?: number
  /** In the same grid, or the same smallest area known. */
  readonly sameArea: boolean
  readonly kind: 'same' | 'same-class' | 'unknown'
  readonly hours: number
  /** Words that stand in both, the longest first. */
  readonly words: readonly string[]
}

export interface Same {
  /** From 0 to 1. */
  readonly score: number
  readonly reasons: SameReasons
}

/** Where weighs most, for two things of a kind stand a street apart; words weigh least, for everybody has their own. */
const weights = { place: 0.45, kind: 0.3, words: 0.15, time: 0.1 } as const
/** Below this two reports have little more than the neighbourhood in common. */
const LEAST_SCORE = 0.5
const MOST_WORDS = 4
const HOUR_MS = 3_600_000
const kindScores = { same: 1, 'same-class': 0.5, unknown: 0.4 } as const
/** Class of a kind: flag and two digits. */
const CLASS_DIGITS = 3
const COMMUNITY_DIGITS = 12
/** What a shared grid says of the place where a point is missing: something, but far less than the same spot. */
const SAME_AREA = 0.2

/** Whether two reports may tell of one problem, and why; undefined where they do not. */
export function sameProblem(one: Told, other: Told, reach: Reach = usualReach): Same | undefined {
  const hours = Math.abs(Date.parse(one.reportedAt) - Date.parse(other.reportedAt)) / HOUR_MS
  const kind = kindsOf(one.kind, other.kind)
  const metres = one.position && other.position && metresBetween(one.position, other.position)
  const near = metres === undefined ? byArea(one, other) : byMetres(metres, reach)
  if (hours > reach.days * 24 || kind === 'other' || near === undefined) return undefined
  const score =
    weights.place * near +
    weights.kind * kindScores[kind] +
    weights.words * likeness(one.words, other.words) +
    weights.time * (1 - hours / (reach.days * 24))
  if (score < LEAST_SCORE) return undefined
  return {
    score,
    reasons: {
      ...(metres !== undefined && { metres: Math.round(metres) }),
      sameArea: isSameArea(one, other),
      kind,
      hours: Math.round(hours),
      words: sharedWords(one.words, other.words, MOST_WORDS),
    },
  }
}

const likeness = (one: string, other: string) => shareOf(featuresOf(one), featuresOf(other))
/** A street or the whole county is no place that two people could mean the same thing in. */
const isSameArea = (one: Told, other: Told) =>
  one.area !== undefined && one.area.length >= COMMUNITY_DIGITS && one.area === other.area

/** Half of the place's weight is kept to the end of the reach: points are set by hand. */
const byMetres = (metres: number, reach: Reach) =>
  metres > reach.metres ? undefined : 1 - metres / reach.metres / 2

/** Without two points the same smallest area must do, and how alike the places are called. */
const byArea = (one: Told, other: Told) =>
  isSameArea(one, other) ? SAME_AREA + (1 - SAME_AREA) * likeness(one.place, other.place) : undefined

function kindsOf(one: string | undefined, other: string | undefined): SameReasons['kind'] | 'other' {
  if (one === undefined || other === undefined) return 'unknown'
  if (one === other) return 'same'
  return one.slice(0, CLASS_DIGITS) === other.slice(0, CLASS_DIGITS) ? 'same-class' : 'other'
}
