import { actionsOn, type ImportView } from '#shared/imports/contract'
import type { ImportJob } from '#shared/imports/job'
import { fileAdvice } from '#shared/imports/problems'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import type { Clock } from '../kernel/clock.ts'
import type { ImportLinks } from './ports.ts'

type Line = Omit<ImportView, 'errors' | 'serverTime'>

export function lineOf(job: ImportJob, language: Language): Line {
  const { id, kind, coordinates, state, version, startedAt, counts, written, rowsPerSecond, problem } = job
  return {
    ...{ id, kind, coordinates, state, version, startedAt, counts, written, rowsPerSecond },
    ...(problem && { problem: { code: problem.code, ...fileAdvice(problem, language) } }),
    actions: actionsOn(state),
  }
}

export async function viewOf(
  job: ImportJob,
  language: Language,
  { links, clock }: { links: Pick<ImportLinks, 'errors'>; clock: Clock },
): Promise<ImportView> {
  const listed = job.counts.bad > 0 && ['checked', 'applying', 'applied'].includes(job.state)
  return {
    ...lineOf(job, language),
    ...(listed && { errors: await links.errors(job.id) }),
    serverTime: instantOf(clock.now()),
  }
}
