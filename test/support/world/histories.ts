import { sha256 } from '../../../functions/kernel/digest.ts'
import { caseChain, chainStart, rowHash } from '../../../shared/audit/chain.ts'
import { edgeOf, ends } from './edges.ts'
import type { SeenCase, SeenRow, Violation } from './world.ts'

const FIRST = 'reported'
/** What begins the next episode of a case that was done with. */
const REOPENS = 'object'

/** I2: the version is the number of acts and the last of them, without gaps. */
export function wholeHistory({ record, history }: SeenCase): Violation[] {
  const versions = history.map(({ version }) => version)
  const whole =
    versions.length === record.version && versions.every((version, index) => version === index + 1)
  if (whole) return []
  const sentence = `case ${record.number}: version ${record.version}, history rows ${versions.join(' ')}`
  return [{ invariant: 'I2', sentence }]
}

/** I3: every step is one of the trade's, taken by a post that may, from where the case was. */
export function legalSteps({ record, history }: SeenCase): Violation[] {
  const broken = (sentence: string): Violation => ({
    invariant: 'I3',
    sentence: `case ${record.number}: ${sentence}`,
  })
  const found = history.flatMap((row, index): Violation[] => {
    const before = history[index - 1]
    if (!before)
      return row.action === 'report' && row.to === FIRST && row.from === undefined
        ? []
        : [broken(`begins with ${row.action} to ${row.to}`)]
    if (row.from !== before.to) return [broken(`${row.action} from ${row.from}, but it was ${before.to}`)]
    const edge = edgeOf(before.to, row.action)
    if (!edge) return [broken(`${row.action} at ${before.to}, where there is none`)]
    const wrong = []
    if (!edge.to.includes(row.to)) wrong.push(broken(`${row.action} at ${before.to} led to ${row.to}`))
    if (!edge.by.includes(row.post)) wrong.push(broken(`${row.action} by ${row.post}`))
    if (row.at < before.at) wrong.push(broken(`${row.action} at ${row.at}, before ${before.at}`))
    return wrong
  })
  const last = history.at(-1)
  if (last && last.to !== record.stage) found.push(broken(`is ${record.stage}, its history says ${last.to}`))
  return [...found, ...returnedOnce(history).map(broken), ...unmergedWhereItWas(history).map(broken)]
}

/** The first return of a case goes back to the dispatcher, every later one to arbitration. */
function returnedOnce(history: readonly SeenRow[]): string[] {
  let returns = 0
  return history.flatMap((row) => {
    if (row.action === REOPENS && row.from === 'closed') returns = 0
    if (row.action !== 'return') return []
    const expected = returns++ === 0 ? 'filed' : 'arbitration'
    return row.to === expected ? [] : [`return ${returns} led to ${row.to}, not to ${expected}`]
  })
}

function unmergedWhereItWas(history: readonly SeenRow[]): string[] {
  let left: string | undefined
  return history.flatMap((row) => {
    if (row.action === 'merge') left = row.from
    if (row.action !== 'unmerge' || row.to === left) return []
    return [`unmerge led to ${row.to}, it was merged from ${left}`]
  })
}

/** I7: what has ended stays so, but for an objection, which begins the next episode, and what is said about the closing. */
export function endsAreEnds({ record, history }: SeenCase): Violation[] {
  const broken = (sentence: string): Violation => ({
    invariant: 'I7',
    sentence: `case ${record.number}: ${sentence}`,
  })
  let episode = 1
  const found: Violation[] = []
  for (const row of history) {
    const wasOver = row.from !== undefined && ends.includes(row.from)
    const goesOn = !ends.includes(row.to)
    if (wasOver && goesOn && row.action !== REOPENS && row.action !== 'unmerge')
      found.push(broken(`${row.action} after it had ended as ${row.from}`))
    if (row.from === 'closed' && goesOn) episode++
    if (row.episode !== undefined && row.episode !== episode)
      found.push(broken(`row ${row.version} is of episode ${row.episode}, not ${episode}`))
  }
  if (record.episode !== episode) found.push(broken(`is in episode ${record.episode}, not ${episode}`))
  return found
}

/** I12: each row carries the hash of the one before it, and the case that of the last. */
export function chained({ record, history }: SeenCase): Violation[] {
  const chain = caseChain(record.tenant, record.id)
  let expected = chainStart(sha256, chain)
  for (const row of history) {
    if (row.previous !== expected)
      return [{ invariant: 'I12', sentence: `case ${record.number}: the chain breaks at row ${row.version}` }]
    expected = rowHash(sha256, chain, row.version, row)
  }
  if (record.head === expected) return []
  return [{ invariant: 'I12', sentence: `case ${record.number}: its head is not the last row's hash` }]
}
