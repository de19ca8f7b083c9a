import { adoptTemplate, collisions } from '#shared/catalogue/adopt'
import { type CatalogueDiff, diffCatalogues } from '#shared/catalogue/diff'
import type { Publication } from '#shared/catalogue/publication'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { inForce, nextVersion } from './in-force.ts'
import { certainTemplate, templateOf } from './newest-template.ts'
import type { Catalogues } from './ports.ts'

export interface CountyAndCity {
  readonly county: Catalogues
  readonly city: Catalogues
}

/** From the template that the county rests on to another; undefined when there is no such template. */
export async function templateDiff(
  { city }: CountyAndCity,
  { template }: Publication,
  to: string,
): Promise<CatalogueDiff | undefined> {
  const next = await templateOf(city, to)
  return next && diffCatalogues(await certainTemplate(city, template), next)
}

export interface Taking {
  readonly tenant: string
  readonly template: string
  readonly person: string
  readonly key: string
  readonly cause: 'taken' | 'forced'
  /** Of the version that was shown to whoever takes it; whoever forces it has not looked. */
  readonly sequence?: number
  readonly reason?: string
}

/** Makes a template the county's next version, with what is the county's own kept. */
export const takeTemplate =
  ({ county, city, clock }: CountyAndCity & { readonly clock: Clock }) =>
  (taking: Taking): Promise<Publication | Refusal> => {
    const { tenant, template, person, key, cause, sequence, reason } = taking
    const { key: _key, ...body } = taking
    const submission = { key, bodyHash: bodyHashOf(body) }
    return oneEffect(county, submission, async () => {
      const now = await inForce(county)
      if (!now) return refuse('unknown-catalogue')
      if (sequence !== undefined && now.publication.sequence !== sequence) return refuse('record-changed')
      const offered = cause === 'forced' || (await county.proposal())?.template === template
      if (!offered) return refuse('record-changed')
      const diff = await templateDiff({ county, city }, now.publication, template)
      if (!diff) return refuse('unknown-catalogue')
      const fields = collisions(now.catalogue, diff)
      if (fields.length > 0) return refuse('code-collision', { fields })
      const at = instantOf(clock.now())
      const rest = { cause, at, person, template, ...(reason !== undefined && { reason }) }
      const next = nextVersion(tenant, now.publication, rest, (version) =>
        adoptTemplate(now.catalogue, diff, version),
      )
      const answer = next.publication
      const post = cause === 'taken' ? 'administrator' : 'standards-keeper'
      const act = { act: `template-${cause}`, actor: person, post, subject: template, at }
      const outcome = await county.publish(next, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
