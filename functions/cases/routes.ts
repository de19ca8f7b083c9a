import type {
  listCasesToCheck as listContract,
  spotCheck as spotCheckContract,
} from '#shared/cases/spot-check'
import type { Terms } from '#shared/cases/terms'
import type { ReportContract, Routes, SignedIn, StaffContract } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { actOnCase } from './act-on-case.ts'
import { listCasesToCheck } from './list-cases-to-check.ts'
import { listQueue } from './list-queue.ts'
import type { CaseNumbers, CaseStore, References, Suggest, Surroundings } from './ports.ts'
import { readCase } from './read-case.ts'
import { reportCase } from './report-case.ts'
import { type SpotCheckNeeds, spotCheck } from './spot-check.ts'
import { surveyWork } from './survey-work.ts'

interface Needs {
  /** Stores bound to a county, by its code. */
  storesOf(tenant: string): { readonly store: CaseStore; readonly numbers: CaseNumbers }
  referencesOf(tenant: string): References
  suggestOf(tenant: string): Suggest
  readonly clock: Clock
  /** What a county's clocks stand on, by its code. */
  termsOf(tenant: string): Promise<Terms>
}

const actorOf = ({ person, posts, unit }: SignedIn) =>
  ({ kind: 'person', person, posts, ...(unit && { unit }) }) as const

export interface ReportRouteNeeds extends Omit<Needs, 'suggestOf'> {
  surroundingsOf(tenant: string): Surroundings
}

/** What taking a report of a county needs. */
export const reportNeeds = async (
  { storesOf, referencesOf, surroundingsOf, clock, termsOf }: ReportRouteNeeds,
  tenant: string,
) => ({
  tenant,
  ...storesOf(tenant),
  references: referencesOf(tenant),
  surroundings: surroundingsOf(tenant),
  clock,
  terms: await termsOf(tenant),
})

export const reportRoutes = (needs: ReportRouteNeeds): Routes<ReportContract> => ({
  'report-case': async ({ signedIn: { tenant, person, posts }, key, input }) =>
    reportCase(await reportNeeds(needs, tenant))({ by: { kind: 'person', person, posts }, key, input }),
})

export const staffRoutes = ({
  storesOf,
  referencesOf,
  suggestOf,
  clock,
  termsOf,
}: Needs): Routes<StaffContract> => {
  const needsOf = async ({ tenant }: SignedIn) => {
    const terms = await termsOf(tenant)
    const { grants = {} } = terms
    const { store } = storesOf(tenant)
    return { store, references: referencesOf(tenant), suggest: suggestOf(tenant), clock, terms, grants }
  }
  return {
    'read-case': async ({ signedIn, params, language }) =>
      readCase(await needsOf(signedIn))({ caseId: params.case, actor: actorOf(signedIn), language }),
    'act-on-case': async ({ signedIn, params, key, input }) =>
      actOnCase(await needsOf(signedIn))({
        actor: actorOf(signedIn),
        caseId: params.case,
        input: { version: input.version, acts: [{ action: params.action, evidence: input.evidence }] },
        key,
      }),
    'act-in-series': async ({ signedIn, params, key, input }) =>
      actOnCase(await needsOf(signedIn))({ actor: actorOf(signedIn), caseId: params.case, input, key }),
    'list-queue': async ({ signedIn, params, query, language }) =>
      listQueue(await needsOf(signedIn))({ reader: signedIn, post: params.post, ...query, language }),
    'survey-work': async ({ signedIn, language }) =>
      surveyWork(await needsOf(signedIn))({ reader: signedIn, language }),
  }
}

/** What the commission may do with a county's cases: choose one, and look into it. */
export const spotCheckRoutes = (
  needs: SpotCheckNeeds,
): Routes<typeof spotCheckContract | typeof listContract> => ({
  'list-cases-to-check': ({ signedIn: { city }, params: { tenant }, query, language }) =>
    listCasesToCheck(needs)({ city, tenant, ...query, language }),
  'spot-check': ({ signedIn: { person, city }, params, input, language }) =>
    spotCheck(needs)({ person, city, tenant: params.tenant, caseId: params.case, ...input, language }),
})
