import type { Routes } from '#shared/routes'
import type { findSameProblem as contract } from '#shared/suggestions/contract'
import type { Clock } from '../kernel/clock.ts'
import { findSameProblem } from './find-same-problem.ts'
import type { Ground, ReportedSpots } from './ports.ts'

interface Needs {
  spotsOf(tenant: string): ReportedSpots
  surroundingsOf(tenant: string): Ground
  readonly clock: Clock
}

export const suggestionRoutes = ({ spotsOf, surroundingsOf, clock }: Needs): Routes<typeof contract> => ({
  'find-same-problem': async ({ signedIn: { tenant }, input, language }) => {
    const needs = { spots: spotsOf(tenant), ground: surroundingsOf(tenant), clock }
    return { cases: await findSameProblem(needs)(input, language) }
  },
})
