'use server'
import { readRuleBook, replaceRuleBook } from '#shared/dispatch/contract'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import { ask } from '../../lib/api.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, type Typed, ticked } from '../forms/carry-out.ts'

const listed = (words: string | undefined) => (words ?? '').split(/[\s,，、]+/).filter(Boolean)

/** One rule of the book put in, changed or taken out; the book is replaced as a whole, from the version that was shown. */
export async function changeRule(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', was, version } = typed
  const now = await ask(readRuleBook, { params: { county } })
  if (!now.ok && now.problem.code !== 'unknown-rule-book') return { typed, problem: now.problem }
  const rules = now.ok ? now.value.rules : []
  const others = rules.filter(({ id }) => id !== was)
  const next = 'remove.yes' in typed ? others : [...others, ruleOf(typed)]
  return carryOut(replaceRuleBook, form, () => ({
    params: { county },
    body: {
      version: Number(version),
      reason: typed.reason ?? '',
      rules: next.toSorted((a, b) => a.order - b.order) as DispatchRule[],
    },
    to: afterDone(settingsPaths.dispatch(county), 'replaced'),
  }))
}

function ruleOf(typed: Typed): DispatchRule {
  const [kinds, areas, owners] = [listed(typed.kinds), listed(typed.areas), listed(typed.owners)]
  return {
    id: typed.id ?? '',
    order: Number(typed.order),
    when: {
      ...(kinds.length > 0 && { kinds }),
      ...(areas.length > 0 && { areas }),
      ...(owners.length > 0 && { owners }),
      ...((typed.hours === 'on-duty' || typed.hours === 'off-duty') && { hours: typed.hours }),
    },
    lead: typed.lead ?? '',
    assisting: ticked(typed, 'assisting'),
    basis: typed.basis ?? '',
  }
}
