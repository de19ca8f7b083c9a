import { clientCases } from '../cases/client-cases.ts'
import { reportNeeds } from '../cases/routes.ts'
import { keepPicture } from '../intake/keep-picture.ts'
import { locate } from '../intake/locate.ts'
import { takePending } from '../open311/take-pending.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createPendingReports } from '../platform/dynamo/pending-reports.ts'
import { createPictureNeeds } from '../platform/dynamo/picture-needs.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { createSurroundings } from '../platform/dynamo/surroundings.ts'
import { reportWork } from '../platform/lambda/report-work.ts'
import { createFetchPicture } from '../platform/open311/fetch-picture.ts'

const [readsOf, pictures] = [createSurroundings(), createPictureNeeds()]
const [pendingOf, fetchPicture] = [perScope(createPendingReports), createFetchPicture()]
const surroundingsOf = (tenant: string) => {
  const { names, ground } = readsOf(tenant)
  return { ...names, locate: locate({ tenant, ground }) }
}
const cases = { ...createCaseNeeds(), surroundingsOf }

/** Takes reports of other systems whose pictures are to be fetched first. */
export const handler = reportWork(async ({ tenant, id }) =>
  takePending({
    pending: pendingOf(tenant),
    keepPicture: keepPicture(pictures(tenant)),
    fetchPicture,
    cases: clientCases(await reportNeeds(cases, tenant)),
  })(id),
)
