import { baseCatalogue } from '#shared/catalogue/base/catalogue'
import type { Catalogue } from '#shared/catalogue/catalogue'
import { type Publication, publicationOf } from '#shared/catalogue/publication'
import { isCatalogue, readCatalogue } from '#shared/catalogue/read-catalogue'
import type { Draft } from '#shared/catalogue/template'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { Catalogues } from './ports.ts'

interface Needs {
  /** The city's. */
  readonly catalogues: Catalogues
  readonly clock: Clock
}

interface Asker {
  readonly person: string
  readonly key: string
}

/** More than this many rows that are wrong are not read by anybody at once. */
const MOST_PROBLEMS = 200

/** Puts a document in the place of the city's draft, whole or not at all. */
export const replaceDraft =
  ({ catalogues, clock }: Needs) =>
  (
    request: Asker & { readonly revision: number; readonly catalogue: Catalogue },
  ): Promise<Draft | Refusal> => {
    const { person, key, revision } = request
    const submission = { key, bodyHash: bodyHashOf({ person, revision, catalogue: request.catalogue }) }
    return oneEffect(catalogues, submission, async () => {
      const catalogue = readCatalogue(request.catalogue)
      if (!isCatalogue(catalogue)) {
        const fields = catalogue.slice(0, MOST_PROBLEMS)
        return refuse('invalid-input', {
          fields: fields.map((problem) => ({ ...problem, field: `catalogue.${problem.field}` })),
        })
      }
      if (await isPublished(catalogues, catalogue.version)) return refuse('version-taken')
      const before = await catalogues.draft()
      if ((before?.draft.revision ?? 0) !== revision) return refuse('record-changed')
      const at = instantOf(clock.now())
      const { version, classes, kinds, conditions, unconfirmed } = publicationOf(catalogue, {
        ...{ sequence: 1, template: catalogue.version, cause: 'published', at, person },
      })
      const answer = { revision: revision + 1, version, at, person, classes, kinds, conditions, unconfirmed }
      const details = { revision: answer.revision, kinds, conditions }
      const act = { act: 'template-drafted', actor: person, post: 'standards-keeper', subject: version }
      const outcome = await catalogues.keepDraft(answer, catalogue, {
        ...submission,
        act: { ...act, details, at },
        answer,
      })
      return outcome === 'committed' ? answer : 'changed'
    })
  }

/** Freezes the draft as the city's next template. Nothing changes in a county before it is offered there and taken. */
export const publishTemplate =
  ({ catalogues, clock }: Needs) =>
  ({ person, key, revision }: Asker & { readonly revision: number }): Promise<Publication | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, revision }) }
    return oneEffect(catalogues, submission, async () => {
      const found = await openDraft(catalogues)
      if (!found) return refuse('no-draft')
      if (found.draft.revision !== revision) return refuse('record-changed')
      const { catalogue } = found
      const newest = await catalogues.newest()
      const at = instantOf(clock.now())
      const answer = publicationOf(catalogue, {
        sequence: (newest?.sequence ?? 0) + 1,
        template: catalogue.version,
        cause: 'published',
        at,
        person,
      })
      const act = { act: 'template-published', actor: person, post: 'standards-keeper', at }
      const outcome = await catalogues.publish(
        { publication: answer, catalogue },
        { ...submission, act: { ...act, subject: catalogue.version }, answer },
      )
      return outcome === 'committed' ? answer : 'changed'
    })
  }

/** The draft that is not published yet. */
export async function openDraft(catalogues: Catalogues): ReturnType<Catalogues['draft']> {
  const found = await catalogues.draft()
  return found && !(await isPublished(catalogues, found.draft.version)) ? found : undefined
}

const isPublished = async (catalogues: Catalogues, version: string): Promise<boolean> =>
  version === baseCatalogue.version ||
  (await catalogues.published()).some((published) => published.version === version)
