import type { Catalogue, Condition } from '#shared/catalogue/catalogue'
import type { catalogueContracts } from '#shared/catalogue/contract'
import { conditionsOf, kindOf, unconfirmedKinds } from '#shared/catalogue/rules'
import { refuse } from '#shared/kernel/result'
import type { Routes, SignedIn } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { confirmLimits } from './confirm-limits.ts'
import { proposeKind } from './extend.ts'
import { inForce } from './in-force.ts'
import type { CataloguesOf, CityOf } from './ports.ts'
import { readProposal } from './read-proposal.ts'
import { takeTemplate } from './take-template.ts'

export interface Needs {
  readonly cataloguesOf: CataloguesOf
  readonly cityOf: CityOf
  readonly clock: Clock
}

type CountyContract = Extract<(typeof catalogueContracts)[number], { access: 'county' }>

/** A county's own catalogue. */
export const countyCatalogueRoutes = ({ cataloguesOf, cityOf, clock }: Needs): Routes<CountyContract> => {
  const own = ({ tenant }: SignedIn) => ({ catalogues: cataloguesOf(tenant), clock })
  const scopes = async ({ tenant }: SignedIn) => {
    const city = await cityOf(tenant)
    return city && { county: cataloguesOf(tenant), city: cataloguesOf(city), clock }
  }
  return {
    'read-catalogue': async ({ signedIn }) => {
      const now = await inForce(cataloguesOf(signedIn.tenant))
      if (!now) return refuse('unknown-catalogue')
      const { classes, kinds } = now.catalogue
      const unconfirmed = new Set(unconfirmedKinds(now.catalogue))
      return {
        publication: now.publication,
        classes: [...classes],
        kinds: kinds.map((kind) => ({ ...kind, unconfirmed: unconfirmed.has(kind) })),
      }
    },
    'read-kind': async ({ signedIn, params, query }) => {
      const catalogues = cataloguesOf(signedIn.tenant)
      const version = query.version ?? (await catalogues.newest())?.version
      const catalogue = version && (await catalogues.read(version))
      return catalogue ? kindAnswer(catalogue, params.kind) : refuse('unknown-catalogue')
    },
    'list-unconfirmed': async ({ signedIn }) => {
      const now = await inForce(cataloguesOf(signedIn.tenant))
      if (!now) return refuse('unknown-catalogue')
      const kinds = unconfirmedKinds(now.catalogue).map((kind) => ({
        ...kind,
        conditions: conditionsOf<Condition>(now.catalogue.conditions, kind.code).filter(
          ({ confirmed }) => !confirmed,
        ),
      }))
      return { publication: now.publication, kinds }
    },
    'list-catalogue-versions': async ({ signedIn }) => ({
      versions: [...(await cataloguesOf(signedIn.tenant).published())],
    }),
    'confirm-limits': ({ signedIn, key, input }) =>
      confirmLimits(own(signedIn))({ tenant: signedIn.tenant, person: signedIn.person, key, ...input }),
    'read-proposal': async ({ signedIn }) => {
      const both = await scopes(signedIn)
      return both ? readProposal(both) : refuse('unknown-catalogue')
    },
    'take-proposal': async ({ signedIn, key, input }) => {
      const both = await scopes(signedIn)
      if (!both) return refuse('unknown-catalogue')
      const { tenant, person } = signedIn
      return takeTemplate(both)({ tenant, person, key, cause: 'taken', ...input })
    },
    'list-extensions': async ({ signedIn }) => ({
      extensions: [...(await cataloguesOf(signedIn.tenant).extensions())],
    }),
    'propose-kind': ({ signedIn, key, input }) =>
      proposeKind(own(signedIn))({ person: signedIn.person, key, wish: input }),
  }
}

function kindAnswer(catalogue: Catalogue, code: string) {
  const kind = kindOf(catalogue.kinds, code)
  if (!kind) return refuse('unknown-kind')
  return { version: catalogue.version, kind, conditions: conditionsOf(catalogue.conditions, code) }
}
