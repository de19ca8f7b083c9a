import { baseCatalogue } from '#shared/catalogue/base/catalogue'
import type { catalogueContracts } from '#shared/catalogue/contract'
import { diffCatalogues } from '#shared/catalogue/diff'
import { refuse } from '#shared/kernel/result'
import type { CommissionSignedIn, Routes } from '#shared/routes'
import type { Needs } from './county-routes.ts'
import { decideExtension } from './extend.ts'
import { openDraft, publishTemplate, replaceDraft } from './keep-template.ts'
import { newestTemplate, templateOf } from './newest-template.ts'
import { pushTemplate } from './push-template.ts'
import { plain } from './read-proposal.ts'

type CityContract = Extract<(typeof catalogueContracts)[number], { access: 'city' }>

/** A city's templates, and what its counties add to them. */
export const cityCatalogueRoutes = (needs: Needs): Routes<CityContract> => {
  const { cataloguesOf, cityOf, clock } = needs
  const own = ({ city }: CommissionSignedIn) => ({ catalogues: cataloguesOf(city), clock })
  /** The catalogues of a county of this city, and of no other. */
  const countyOf = async ({ city }: CommissionSignedIn, tenant: string) =>
    (await cityOf(tenant)) === city ? cataloguesOf(tenant) : undefined
  return {
    'list-templates': async ({ signedIn }) => {
      const { catalogues } = own(signedIn)
      const [templates, found] = await Promise.all([catalogues.published(), openDraft(catalogues)])
      return {
        templates: [...templates],
        standard: baseCatalogue.version,
        ...(found && { draft: found.draft }),
      }
    },
    'read-template': async ({ signedIn, params }) => {
      const template = await templateOf(cataloguesOf(signedIn.city), params.version)
      return template ? plain(template) : refuse('unknown-catalogue')
    },
    'replace-draft': ({ signedIn, key, input }) =>
      replaceDraft(own(signedIn))({ person: signedIn.person, key, ...input }),
    'read-draft': async ({ signedIn }) => {
      const { catalogues } = own(signedIn)
      const found = await openDraft(catalogues)
      if (!found) return refuse('no-draft')
      const diff = diffCatalogues(await newestTemplate(catalogues), found.catalogue)
      return { draft: found.draft, diff: plain(diff) }
    },
    'publish-template': ({ signedIn, key, input }) =>
      publishTemplate(own(signedIn))({ person: signedIn.person, key, ...input }),
    'push-template': ({ signedIn: { city, person }, params, key, input }) =>
      pushTemplate(needs)({ city, person, key, version: params.version, ...input }),
    'list-county-extensions': async ({ signedIn, params }) => {
      const county = await countyOf(signedIn, params.tenant)
      return county ? { extensions: [...(await county.extensions())] } : refuse('unknown-tenant')
    },
    'decide-extension': async ({ signedIn, params, key, input }) => {
      const { tenant, kind: code } = params
      const catalogues = await countyOf(signedIn, tenant)
      if (!catalogues) return refuse('unknown-tenant')
      return decideExtension({ catalogues, clock })({ tenant, code, person: signedIn.person, key, ...input })
    },
  }
}
