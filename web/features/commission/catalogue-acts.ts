'use server'
import { refresh } from 'next/cache'
import type { Catalogue } from '#shared/catalogue/catalogue'
import {
  decideExtension,
  listTemplates,
  publishTemplate,
  pushTemplate,
  readDraft,
  readTemplate,
  replaceDraft,
} from '#shared/catalogue/contract'
import { applyDiff } from '#shared/catalogue/diff'
import { limitFromWords } from '#shared/catalogue/limit-words'
import { conditionCodeOf } from '#shared/catalogue/rules'
import type { Pushed } from '#shared/catalogue/template'
import type { Problem } from '#shared/kernel/problem'
import { ask, type Reply } from '../../lib/api.ts'
import { cityPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, ticked } from '../forms/carry-out.ts'

export interface Push {
  typed: Record<string, string>
  problem?: Problem
  /** What became of it in each county. */
  pushed?: Pushed[]
}

export async function push(_previous: Push, form: FormData): Promise<Push> {
  const typed = typedIn(form)
  const { city = '', version = '', reason, key = '' } = typed
  const reply = await ask(pushTemplate, {
    params: { city, version },
    body: { counties: ticked(typed, 'county'), ...(typed.force && { force: reason ?? '' }) },
    key,
  })
  if (!reply.ok) return { typed, problem: reply.problem }
  refresh()
  return { typed, pushed: reply.value.counties }
}

export async function publish(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(publishTemplate, form, ({ city = '', revision }) => ({
    params: { city },
    body: { revision: Number(revision) },
    to: afterDone(cityPaths.catalogue, 'published'),
  }))
}

/** A limit of one condition, changed in the draft; a first change begins the draft from the newest version. */
export async function changeLimit(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { city = '', condition = '', limit = '', version = '' } = typed
  const found = await draftOf(city)
  if (!found.ok) return { typed, problem: found.problem }
  const { catalogue, revision } = found.value
  const term = limitFromWords(limit)
  const changed: Catalogue = {
    ...catalogue,
    ...(revision === 0 && { version }),
    conditions: catalogue.conditions.map((row) =>
      conditionCodeOf(row) === condition && term ? { ...row, limit: term, confirmed: true } : row,
    ),
  }
  return carryOut(replaceDraft, form, () => ({
    params: { city },
    body: { revision, catalogue: changed as never },
    to: afterDone(cityPaths.catalogue, 'drafted'),
  }))
}

/** The draft as it stands, or the version that a new one begins from. */
async function draftOf(city: string): Promise<Reply<{ catalogue: Catalogue; revision: number }>> {
  const [list, drafted] = await Promise.all([
    ask(listTemplates, { params: { city } }),
    ask(readDraft, { params: { city } }),
  ])
  if (!list.ok) return list
  const newest = list.value.templates.toSorted((a, b) => b.sequence - a.sequence)[0]
  const from = drafted.ok ? drafted.value.diff.from : (newest?.version ?? list.value.standard)
  const base = await ask(readTemplate, { params: { city, version: from } })
  if (!base.ok) return base
  if (!drafted.ok) return { ok: true, value: { catalogue: base.value, revision: 0 } }
  const { draft, diff } = drafted.value
  return { ok: true, value: { catalogue: applyDiff(base.value, diff), revision: draft.revision } }
}

export async function decide(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(decideExtension, form, ({ city = '', tenant = '', kind = '', decision, reason }) => ({
    params: { city, tenant, kind },
    body: {
      decision: decision === 'approve' ? ('approve' as const) : ('decline' as const),
      ...(reason && { reason }),
    },
    to: afterDone(cityPaths.catalogue, 'decided'),
  }))
}
