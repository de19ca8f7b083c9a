'use server'
import { notFound } from 'next/navigation'
import type { CaseView } from '#shared/cases/case'
import { actOnCase, readCase } from '#shared/cases/contract'
import { type Action, isAction } from '#shared/lifecycle/lifecycle'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { readNames } from '../../lib/names.ts'
import { decisionOf } from '../approvals/decision.ts'
import { type BatchAction, isBatchAction } from './batch-actions.ts'
import { toldOf } from './batch-note.ts'

/** One case of a batch as it stands now, before anything is sent. */
export interface Previewed {
  readonly id: string
  readonly number: string
  readonly place: string
  readonly version: number
  /** Whether the action is possible now. */
  readonly possible: boolean
  /** Why it is not; whom the rules would send it to, what is asked for, why it was returned. */
  readonly note: string
  /** The unit that the rules name. */
  readonly unit?: string
  /** What answers this very case, where one word stands for several: approving an extension, or a suspension. */
  readonly action?: Action
}

export interface Command {
  readonly id: string
  readonly version: number
  readonly action: string
  readonly key: string
  readonly evidence: { readonly unit?: string; readonly reason?: string; readonly words?: string }
}

export interface Outcome {
  readonly id: string
  /** What is wrong, in words; absent where it is done. */
  readonly problem?: string
}

/** Looks at each case anew: the list that they were chosen from may be some seconds old. */
export async function previewBatch(
  county: string,
  action: string,
  ids: readonly string[],
): Promise<Previewed[]> {
  if (!isBatchAction(action)) notFound()
  const [names, language, text] = [
    await readNames(county, ['unit', 'person']),
    await readLanguage(),
    await readText(),
  ]
  return Promise.all(
    ids.map(async (id) => {
      const reply = await ask(readCase, { params: { county, case: id } })
      if (!reply.ok)
        return { id, number: '', place: '', version: 0, possible: false, note: reply.problem.detail }
      const { number, place, version } = reply.value
      const shown = { id, number, place, version }
      const found = foundIn(reply.value, action)
      if (!found) return { ...shown, possible: false, note: text.queues.batch.notNow }
      const told = toldOf(reply.value, action, { names, language, text })
      return { ...shown, possible: true, action: found, ...told }
    }),
  )
}

/** The act that this batch means for a case; undefined where it is not possible now. */
const foundIn = (file: CaseView, action: BatchAction): Action | undefined =>
  action === 'approve' || action === 'decline'
    ? decisionOf(file, action)
    : file.actions.find((offered) => offered.action === action)?.action

/** Sends each as a command of its own, one after the other; what stops one does not stop the next. */
export async function sendBatch(county: string, commands: readonly Command[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { id, version, action, key, evidence } of commands) {
    if (!isAction(action)) notFound()
    const reply = await ask(actOnCase, {
      params: { county, case: id, action },
      body: { version, evidence },
      key,
    })
    outcomes.push(reply.ok ? { id } : { id, problem: `${reply.problem.title}：${reply.problem.detail}` })
  }
  return outcomes
}
