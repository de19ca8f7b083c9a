'use server'
import { notFound } from 'next/navigation'
import { actOnCase, readCase } from '#shared/cases/contract'
import { ask } from '../../lib/api.ts'
import { readText } from '../../lib/language.ts'
import { readNames } from '../../lib/names.ts'
import { isBatchAction } from './batch-actions.ts'

/** One case of a batch as it stands now, before anything is sent. */
export interface Previewed {
  readonly id: string
  readonly number: string
  readonly place: string
  readonly version: number
  /** Whether the action is possible now. */
  readonly possible: boolean
  /** Why it is not, or whom the rules would send it to. */
  readonly note: string
  /** The unit that the rules name. */
  readonly unit?: string
}

export interface Command {
  readonly id: string
  readonly version: number
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
  const names = await readNames(county, ['unit'])
  const { queues } = await readText()
  return Promise.all(
    ids.map(async (id) => {
      const reply = await ask(readCase, { params: { county, case: id } })
      if (!reply.ok)
        return { id, number: '', place: '', version: 0, possible: false, note: reply.problem.detail }
      const { number, place, version, actions, suggestion } = reply.value
      const possible = actions.some((offered) => offered.action === action)
      const { unit, doubt, words = '' } = suggestion ?? {}
      const named =
        action === 'dispatch' && unit && (!doubt || doubt === 'unconfirmed-kind') ? unit : undefined
      const advice =
        action === 'dispatch' ? [unit && names.unit(unit), words].filter(Boolean).join(' · ') : ''
      const note = possible ? advice : queues.batch.notNow
      return { id, number, place, version, possible, note, ...(named && { unit: named }) }
    }),
  )
}

/** Sends each as a command of its own, one after the other; what stops one does not stop the next. */
export async function sendBatch(
  county: string,
  action: string,
  commands: readonly Command[],
): Promise<Outcome[]> {
  if (!isBatchAction(action)) notFound()
  const outcomes: Outcome[] = []
  for (const { id, version, key, evidence } of commands) {
    const reply = await ask(actOnCase, {
      params: { county, case: id, action },
      body: { version, evidence },
      key,
    })
    outcomes.push(reply.ok ? { id } : { id, problem: `${reply.problem.title}：${reply.problem.detail}` })
  }
  return outcomes
}
