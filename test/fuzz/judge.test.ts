import { describe, expect, it } from 'vitest'
import { actOnCase } from '../../shared/cases/contract.ts'
import { problemOf } from '../../shared/kernel/problem.ts'
import type { RefusalCode } from '../../shared/kernel/refusals.ts'
import type { Told } from '../probe/http.ts'
import { createChance } from '../support/chance.ts'
import { judge } from './judge.ts'
import { createKnown } from './known.ts'
import { type FuzzRequest, makeRequest } from './request.ts'
import { isPoisoned, spoil } from './spoil.ts'

const request: FuzzRequest = {
  kind: 'well-formed',
  contract: actOnCase,
  method: 'POST',
  path: '/api/t/500235/cases/01ARZ3NDEKTSV4RRFFQ69G5FAV/actions/accept',
  headers: {},
  bearer: { level: 'county', scope: '500235', person: 'p1', posts: [] },
  how: 'nothing',
}
const receipt = {
  id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  number: '5002352026112400001',
  version: 2,
  stage: 'accepted',
  publicStatus: 'accepted',
  at: '2026-11-24T01:00:00Z',
}
const answered = (status: number, body: unknown, type = 'application/json'): Told => ({
  status,
  headers: { 'content-type': type, 'content-language': 'zh-CN' },
  text: JSON.stringify(body),
  body,
})
const refused = (code: RefusalCode, changes: object = {}) => {
  const problem = { ...problemOf({ refused: code }, 'zh', 'e1'), ...changes }
  return answered(problem.status, problem, 'application/problem+json; charset=utf-8')
}
const faultsOf = (told: Told, changes: Partial<FuzzRequest> = {}) =>
  judge({ ...request, ...changes }, told).map(({ fault }) => fault)

describe('the judge of the fuzz', () => {
  it('has nothing to say of an answer by the contract', () => {
    expect(faultsOf(answered(200, receipt))).toEqual([])
    expect(faultsOf(refused('case-changed'))).toEqual([])
  })

  it('finds every fault', () => {
    expect(faultsOf(answered(500, {}))).toEqual(['5xx'])
    expect(faultsOf(answered(201, receipt))).toEqual(['outside the schema'])
    expect(faultsOf(answered(200, { ...receipt, version: 'two' }))).toEqual(['outside the schema'])
    expect(faultsOf(answered(200, { ...receipt, reporter: '张三' }))).toEqual(['outside the schema'])
    expect(faultsOf(answered(200, receipt), { mustRefuse: 'a half character' })).toEqual(['invalid accepted'])
    expect(faultsOf(answered(400, { message: 'Bad Request' }))).toEqual(['outside the schema'])
    expect(faultsOf(refused('phone-taken'))).toEqual(['outside the schema'])
    expect(faultsOf(refused('case-changed', { status: 400 }))).toEqual(['outside the schema'])
    expect(faultsOf(refused('case-changed', { title: 'No' }))).toEqual(['outside the schema'])
    expect(faultsOf(refused('case-changed', { stack: 'at' }))).toEqual(['outside the schema'])
  })

  it("lets the gateway's own answers pass where it has a reason", () => {
    const tooLarge = answered(413, { message: 'Request Entity Too Large' })
    expect(faultsOf(tooLarge, { raw: Buffer.alloc(5_000_000) })).toEqual([])
    expect(faultsOf(tooLarge, { raw: '{}' })).toEqual(['outside the schema'])
  })
})

describe('requests of the fuzz', () => {
  it('repeat with their seed, but for their keys', () => {
    const made = () => {
      const chance = createChance(7)
      const making = {
        chance,
        known: createKnown(chance),
        places: { county: '500235', city: '500000', sacrificed: ['500236'] },
      }
      return Array.from({ length: 50 }, () => {
        const { headers: _, ...rest } = makeRequest(actOnCase, 'hostile', making)
        return rest
      })
    }
    expect(made()).toEqual(made())
  })

  it('know text that no field may take', () => {
    expect(['路灯', 'a\tb\n', { words: '💡' }].some(isPoisoned)).toBe(false)
    expect(['\ud83d', 'a\u0000', { words: ['\u001b'] }, { '\ud800': 1 }].every(isPoisoned)).toBe(true)
  })

  it('leave the body as it was that they spoil', () => {
    const body = { version: 1, evidence: { reason: '路灯' } }
    for (const kind of ['mistake', 'attack'] as const) spoil(body, createChance(3), kind)
    expect(body).toEqual({ version: 1, evidence: { reason: '路灯' } })
  })
})
