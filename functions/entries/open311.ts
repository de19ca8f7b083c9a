import { clientCases } from '../cases/client-cases.ts'
import { reportNeeds } from '../cases/routes.ts'
import { keepPicture } from '../intake/keep-picture.ts'
import { locate } from '../intake/locate.ts'
import { createDoor } from '../open311/door.ts'
import { createCaseNeeds } from '../platform/dynamo/case-needs.ts'
import { createPictureNeeds } from '../platform/dynamo/picture-needs.ts'
import { createSurroundings } from '../platform/dynamo/surroundings.ts'
import { createLaterReports } from '../platform/lambda/later-reports.ts'
import { createCountyNeeds, createJurisdictions } from '../platform/open311/county-needs.ts'
import { createOpen311Handler } from '../platform/open311/handler.ts'

const [readsOf, storedOf, pictures] = [createSurroundings(), createCountyNeeds(), createPictureNeeds()]
const locateIn = (tenant: string) => locate({ tenant, ground: readsOf(tenant).ground })
const surroundingsOf = (tenant: string) => ({ ...readsOf(tenant).names, locate: locateIn(tenant) })
const cases = { ...createCaseNeeds(), surroundingsOf }
const needsOf = ({ code }: { code: string }) => ({
  ...storedOf(code),
  locate: locateIn(code),
  isComponent: async (one: string, kind: string) =>
    (await surroundingsOf(code).component(one))?.kind === kind,
  cases: async () => clientCases(await reportNeeds(cases, code)),
  keepPicture: keepPicture(pictures(code)),
})
const [countyOf, takeLater, { clock }] = [createJurisdictions(), createLaterReports(), cases]

/** Open311 GeoReport v2: the door of other systems. */
export const handler = createOpen311Handler((endpoint) =>
  createDoor({ countyOf, needsOf, takeLater, clock, endpoint }),
)
