import { expect, it } from 'vitest'
import { verifyDay } from '../../functions/audit/verify-day.ts'
import { sha256 } from '../../functions/kernel/digest.ts'
import type { AuditAct } from '../../shared/audit/act.ts'
import { caseChain, dayChain } from '../../shared/audit/chain.ts'
import type { KeptRow } from '../../shared/audit/export.ts'
import { nextRoot, type Root } from '../../shared/audit/root.ts'
import { append, hashOf } from '../support/audit-builders.ts'

const SCOPE = '500235'
const DATE = '2026-11-24'
const NOON_MS = Date.parse('2026-11-24T04:00:00Z')
const at = '2026-11-24T02:00:00Z'

/** Five acts of a day under a root that has seen a case as well; looked at at noon. */
function aDay() {
  const rows: KeptRow[] = []
  for (let act = 0; act < 5; act++)
    append(rows, dayChain(SCOPE, DATE, act % 2), { at, act: 'unit-kept', no: act })
  const ofCase = append([], caseChain(SCOPE, '0'.repeat(26)), { at, action: 'report' })
  const seen = [...rows, ofCase].map((row) => [row.chain, row.sequence, hashOf(row)] as const)
  const roots: Root[] = [nextRoot(sha256, undefined, { scope: SCOPE, at, seen })]
  const acts: AuditAct[] = []
  const verify = () =>
    verifyDay({
      scope: SCOPE,
      trail: { rows: async () => rows },
      log: { record: async (act) => void acts.push(act) },
      roots: { between: async () => roots },
      clock: { now: () => NOON_MS },
    })({ person: 'a1', post: 'auditor' }, DATE)
  return { rows, roots, acts, verify }
}

it('finds a day as it was committed, whatever else its roots have seen, and tells the audit who asked', async () => {
  const { acts, verify } = aDay()
  expect(await verify()).toEqual({
    date: DATE,
    breaks: [],
    rows: 5,
    roots: 1,
    awaiting: 0,
    at: '2026-11-24T04:00:00Z',
  })
  expect(acts).toMatchObject([
    { act: 'audit-read', actor: 'a1', details: { list: 'verification', date: DATE } },
  ])
})

it('finds the row that was changed, and the one that is not there any more, though it was the last', async () => {
  const changed = aDay()
  changed.rows[1] = { ...changed.rows[1]!, row: { ...changed.rows[1]!.row, no: 99 } }
  expect((await changed.verify()).breaks).toEqual([
    { chain: dayChain(SCOPE, DATE, 1), sequence: 1, code: 'row-changed' },
  ])
  const short = aDay()
  short.rows.pop()
  expect((await short.verify()).breaks).toEqual([
    { chain: dayChain(SCOPE, DATE, 0), sequence: 3, code: 'row-missing' },
  ])
})

it('finds a whole chain written anew, which its links alone would not tell', async () => {
  const { rows, verify } = aDay()
  const forged: KeptRow[] = []
  for (const { chain, row } of rows) append(forged, chain, { ...row, act: 'nothing-done' })
  rows.splice(0, rows.length, ...forged)
  expect((await verify()).breaks.map(({ code }) => code)).toEqual(['row-changed', 'row-changed'])
})

it('finds rows that no root has seen though there was time, and waits for those that are new', async () => {
  const { rows, verify } = aDay()
  const chain = dayChain(SCOPE, DATE, 2)
  append(rows, chain, { at: '2026-11-24T03:50:00Z', act: 'unit-kept' })
  expect(await verify()).toMatchObject({ breaks: [], awaiting: 1 })
  append(rows, dayChain(SCOPE, DATE, 3), { at, act: 'unit-kept' })
  expect((await verify()).breaks).toEqual([
    { chain: dayChain(SCOPE, DATE, 3), sequence: 1, code: 'row-without-root' },
  ])
})
