import type { publicPhotoContracts } from '#shared/intake/citizen-contract'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import { createChallenges } from './challenges.ts'
import type { GateStores } from './citizen-routes.ts'
import { passGate } from './pass-gate.ts'
import { type PhotoNeeds, photoDesk } from './photo-desk.ts'
import { photoPassOf } from './public-case.ts'

interface Needs extends PhotoNeeds {
  /** Whether the county takes reports of citizens now. */
  isOpenTo(tenant: string): Promise<boolean>
  gateOf(tenant: string): GateStores
  newSalt(): string
}

/** Who audits finds what citizens sent under this name. */
const CITIZEN = 'citizen'

export const publicPhotoRoutes = ({
  isOpenTo,
  gateOf,
  newSalt,
  ...needs
}: Needs): Routes<(typeof publicPhotoContracts)[number]> => {
  const desk = photoDesk(needs)
  const passed = (tenant: string, sender: Parameters<ReturnType<typeof passGate>>[1]) => {
    const stores = { ...gateOf(tenant), clock: needs.clock, newSalt }
    return passGate({ ...stores, challenges: createChallenges(stores) })('photo', sender)
  }

  return {
    'start-public-photo': async ({ params: { county }, key, input, address, language }) => {
      if (!(await isOpenTo(county))) return refuse('channel-closed')
      const refused = await passed(county, { address, ...input })
      return refused ?? desk.start(county, { person: CITIZEN, key: `${CITIZEN} ${key}` }, language)
    },
    'finish-public-photo': async ({ params: { county, photo }, language }) => {
      if (!(await isOpenTo(county))) return refuse('channel-closed')
      return desk.finish(county, photo, language)
    },
    'read-public-photo': async ({ params: { county, photo }, query: { pass } }) => {
      if (!(await isOpenTo(county))) return refuse('unknown-photo')
      if (pass !== (await photoPassOf(gateOf(county).digests, photo))) return refuse('unknown-photo')
      return { link: await needs.linksOf(county).view(photo) }
    },
  }
}
