import type { ImportJob } from '#shared/imports/job'
import type { Language } from '#shared/kernel/language'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { ImportContract, Routes, SignedIn } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { moveImport } from './move-import.ts'
import type { ImportLinks, ImportRunner, ImportStore } from './ports.ts'
import { startImport } from './start-import.ts'
import { lineOf, viewOf } from './view.ts'

interface Needs {
  storeOf(tenant: string): ImportStore
  linksOf(tenant: string): ImportLinks
  readonly runner: ImportRunner
  readonly clock: Clock
}

const LISTED = 50

export const importRoutes = ({ storeOf, linksOf, runner, clock }: Needs): Routes<ImportContract> => {
  const needsOf = ({ tenant }: SignedIn) => ({ tenant, store: storeOf(tenant), runner, clock })
  const askingOf = ({ person }: SignedIn, key: string) => ({ person, post: 'administrator', key })
  const view = async ({ tenant }: SignedIn, job: ImportJob | Refusal, language: Language) =>
    isRefusal(job) ? job : viewOf(job, language, { links: linksOf(tenant), clock })

  return {
    'start-import': async ({ signedIn, key, input, language }) => {
      const job = await startImport(needsOf(signedIn))(askingOf(signedIn, key), input)
      if (isRefusal(job)) return job
      const links = linksOf(signedIn.tenant)
      return { import: await viewOf(job, language, { links, clock }), upload: await links.upload(job.id) }
    },
    'check-import': async ({ signedIn, params, key, input, language }) => {
      const move = moveImport(needsOf(signedIn))
      const job = await move(askingOf(signedIn, key), params.import, { act: 'check', ...input })
      return view(signedIn, job, language)
    },
    'apply-import': async ({ signedIn, params, key, input, language }) => {
      const move = moveImport(needsOf(signedIn))
      const job = await move(askingOf(signedIn, key), params.import, { act: 'apply', ...input })
      return view(signedIn, job, language)
    },
    'read-import': async ({ signedIn, params, language }) => {
      const job = await storeOf(signedIn.tenant).read(params.import)
      return view(signedIn, job ?? refuse('unknown-import'), language)
    },
    'list-imports': async ({ signedIn, language }) => ({
      imports: (await storeOf(signedIn.tenant).list(LISTED)).map((job) => lineOf(job, language)),
    }),
    'read-import-template': async ({ signedIn: { tenant }, params: { kind } }) => {
      await runner.makeTemplate({ tenant, kind })
      return { url: await linksOf(tenant).template(kind) }
    },
  }
}
