import type { Action } from '#shared/lifecycle/lifecycle'
import {
  firstStage,
  lifecycle,
  mainSuccessor,
  rulesOf,
  type Stage,
  stages,
  targetsOf,
} from '#shared/lifecycle/lifecycle'

/** Where a stage stands in the picture: counted in boxes from the upper left corner. */
export interface Placed {
  readonly stage: Stage
  readonly column: number
  readonly row: number
}

export interface Arrow {
  readonly from: Placed
  readonly to: Placed
  readonly actions: readonly Action[]
}

export const ENDS_ROW = 2

/** The main line, from the report to its end, as the table has it. */
export const mainLine: readonly Stage[] = follow(firstStage)

function follow(stage: Stage): Stage[] {
  const next = mainSuccessor(stage)
  return next === undefined ? [stage] : [stage, ...follow(next)]
}

/** Main line above, what leads aside beneath the stage that leads there first, the other ends at the bottom. */
export function placeStages(): readonly Placed[] {
  const main = mainLine.map((stage, column) => ({ stage, column, row: 0 }))
  const taken = new Set<number>()
  const aside = stages
    .filter((stage) => lifecycle[stage].open && !mainLine.includes(stage))
    .map((stage) => {
      const first = mainLine.findIndex((from) => leadsTo(from, stage))
      let column = Math.max(0, first)
      while (taken.has(column)) column++
      taken.add(column)
      return { stage, column, row: 1 }
    })
  const ends = stages
    .filter((stage) => !lifecycle[stage].open && !mainLine.includes(stage))
    .map((stage, column) => ({ stage, column, row: ENDS_ROW }))
  return [...main, ...aside, ...ends]
}

/** Every way from one stage to another, with what is done on it. */
export function arrowsOf(placed: readonly Placed[]): readonly Arrow[] {
  return placed.flatMap((from) =>
    placed.flatMap((to) => {
      const actions = from === to ? [] : actionsBetween(from.stage, to.stage)
      return actions.length > 0 ? [{ from, to, actions }] : []
    }),
  )
}

function actionsBetween(from: Stage, to: Stage): Action[] {
  return rulesOf(from)
    .filter(([, rule]) => rule.to !== 'left' && targetsOf(from, rule).includes(to))
    .map(([action]) => action)
}

const leadsTo = (from: Stage, to: Stage) => actionsBetween(from, to).length > 0
