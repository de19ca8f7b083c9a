import { ends } from './edges.ts'
import type { SeenCase, SeenExecution, Violation, World } from './world.ts'

/** `<case number>-<episode>-<run>` */
const caseOf = (name: string) => /^([1-9]\d{18})-\d+-\d+$/.exec(name)?.[1]
const nameOf = ({ number, episode, run }: SeenCase['record']) => `${number}-${episode}-${run}`

/** I4: an open case has its one run, which waits at its stage; one that has ended has none. */
export function oneLiveRun({ cases, executions, tokens, settled }: World): Violation[] {
  if (!settled) return []
  const running = executions.filter(({ status }) => status === 'RUNNING')
  const broken = (sentence: string): Violation => ({ invariant: 'I4', sentence })
  const known = new Set(cases.map(({ record }) => record.number))
  const strays = running
    .filter(({ name }) => !known.has(caseOf(name) ?? ''))
    .map(({ name }) => broken(`execution ${name} times no case`))
  const found = cases.flatMap(({ record }) => {
    const own = running.filter(({ name }) => caseOf(name) === record.number).map(({ name }) => name)
    const expected = ends.includes(record.stage) ? [] : [nameOf(record)]
    if (own.join() !== expected.join())
      return [
        broken(`case ${record.number} (${record.stage}): runs ${own.join(' ') || 'none'}, not ${expected}`),
      ]
    if (expected.length === 0) return []
    const waits = tokens.some(
      (token) => token.caseId === record.id && token.run === record.run && token.stage === record.stage,
    )
    return waits ? [] : [broken(`case ${record.number}: nothing waits at ${record.stage}`)]
  })
  return [...strays, ...found]
}

const OVERDUE = /-overdue$/

/** I13: a run was told of every stage in the order in which the case went through them, and where it is now. */
export function toldInOrder({ cases, executions, settled }: World): Violation[] {
  const broken = (sentence: string): Violation => ({ invariant: 'I13', sentence })
  return cases.flatMap(({ record, history }) => {
    const stages = history.map(({ to }) => to)
    const own = executions.filter(({ name }) => caseOf(name) === record.number)
    const disordered = own
      .filter((execution) => !isSubsequence(stagesOf(execution), stages))
      .map(({ name, states }) =>
        broken(`execution ${name} entered ${states.join(' ')}; the case ${stages.join(' ')}`),
      )
    const current = own.find(({ name, status }) => name === nameOf(record) && status === 'RUNNING')
    const at = current && stagesOf(current).at(-1)
    if (!settled || at === undefined || at === record.stage) return disordered
    return [...disordered, broken(`execution ${nameOf(record)} is at ${at}, the case at ${record.stage}`)]
  })
}

/** Stages that an execution waited at; entering one again is no step. */
const stagesOf = ({ states }: SeenExecution) =>
  states.filter((state) => !OVERDUE.test(state)).filter((state, index, all) => state !== all[index - 1])

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0
  const firstEnd = part.findIndex((state) => state === 'run-ended' || state === 'stopped')
  const told = firstEnd < 0 ? part : part.slice(0, firstEnd)
  for (const stage of whole) if (stage === told[next]) next++
  return next === told.length
}
