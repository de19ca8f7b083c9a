import type { Calendar } from '#shared/deadlines/calendar'
import type { IntakeContract, Routes, SignedIn, StaffContract } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { actOnCase } from './act-on-case.ts'
import { listQueue } from './list-queue.ts'
import type { CaseNumbers, CaseStore } from './ports.ts'
import { readCase } from './read-case.ts'
import { reportCase } from './report-case.ts'

interface Needs {
  /** Stores bound to a county, by its code. */
  storesOf(tenant: string): { readonly store: CaseStore; readonly numbers: CaseNumbers }
  readonly clock: Clock
  readonly calendar: Calendar
}

const actorOf = ({ person, posts }: SignedIn) => ({ kind: 'person', person, posts }) as const

export const intakeRoutes = ({ storesOf, clock, calendar }: Needs): Routes<IntakeContract> => ({
  'report-case': ({ signedIn, key, input }) => {
    const { tenant, person, posts } = signedIn
    return reportCase({ tenant, ...storesOf(tenant), clock, calendar })({ person, posts, key, input })
  },
})

export const staffRoutes = ({ storesOf, clock, calendar }: Needs): Routes<StaffContract> => {
  const needsOf = ({ tenant }: SignedIn) => ({ store: storesOf(tenant).store, clock, calendar })
  return {
    'read-case': ({ signedIn, params, language }) =>
      readCase(needsOf(signedIn))({ caseId: params.case, actor: actorOf(signedIn), language }),
    'act-on-case': ({ signedIn, params, key, input }) =>
      actOnCase(needsOf(signedIn))({
        actor: actorOf(signedIn),
        caseId: params.case,
        action: params.action,
        input,
        key,
      }),
    'list-queue': ({ signedIn, params, query, language }) =>
      listQueue(needsOf(signedIn))({ posts: signedIn.posts, post: params.post, ...query, language }),
  }
}
