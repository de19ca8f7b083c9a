import { describe, expect, it } from 'vitest'
import { listCasesToCheck } from '../../functions/cases/list-cases-to-check.ts'
import { spotCheck } from '../../functions/cases/spot-check.ts'
import type { AuditAct } from '../../shared/audit/act.ts'
import { isRefusal } from '../../shared/kernel/result.ts'
import { anAct, aReport, COUNTY, MORNING, person, standardTerms } from '../support/case-builders.ts'
import { memoryCases } from '../support/memory-cases.ts'

const CITY = '500000'

/** A county under its city with one case, and what its audit and the city's were told. */
async function aCity(options: { broken?: string } = {}) {
  const store = memoryCases()
  const report = aReport({
    input: { words: '路灯不亮，请回电 138-0000-1234', reporter: { name: '何某', phone: '13800001234' } },
  })
  await store.create(report)
  await store.advance(anAct(report.record, 'accept', { actor: person('acceptor') }))
  const recorded: (AuditAct & { scope: string })[] = []
  const needs = {
    isOfCity: async (city: string, tenant: string) => city === CITY && tenant === COUNTY,
    storesOf: () => ({ store }),
    termsOf: async () => standardTerms,
    async record(scope: string, act: AuditAct) {
      if (scope === options.broken) throw new Error('busy')
      recorded.push({ scope, ...act })
    },
    clock: { now: () => Date.parse(MORNING) },
  }
  const look = spotCheck(needs)
  const asked = {
    person: 'c1',
    city: CITY,
    tenant: COUNTY,
    caseId: report.record.id,
    reason: '投诉人 13800001234 称未办理',
    language: 'zh',
  } as const
  return { id: report.record.id, recorded, look: (changes = {}) => look({ ...asked, ...changes }), needs }
}

describe("the commission's look into a case", () => {
  it("is recorded with its reason in the county's audit and the city's before it is had", async () => {
    const { id, recorded, look } = await aCity()
    await look()
    const act = {
      act: 'case-spot-checked',
      actor: 'c1',
      post: 'supervisor',
      subject: id,
      details: { city: CITY, tenant: COUNTY, reason: '投诉人 **** 称未办理' },
      at: MORNING,
    }
    expect(recorded).toEqual([
      { scope: COUNTY, ...act },
      { scope: CITY, ...act },
    ])
    await look()
    expect(recorded).toHaveLength(4)
  })

  it.each([COUNTY, CITY])('is not had while the audit of %s cannot be written', async (broken) => {
    await expect((await aCity({ broken })).look()).rejects.toThrow('busy')
  })

  it('shows neither who reported nor who acted, and offers nothing to do', async () => {
    const { look } = await aCity()
    const view = await look()
    if (isRefusal(view)) throw new Error(view.refused)
    expect(view).toMatchObject({ stage: 'accepted', words: '路灯不亮，请回电 ****' })
    expect(view).not.toHaveProperty('actions')
    expect(view.history.map(({ action, post }) => `${action} ${post}`)).toEqual([
      'report acceptor',
      'accept acceptor',
    ])
    expect(JSON.stringify(view)).not.toMatch(/何某|1380000|"person"|bodyHash/)
  })

  it('finds no county of another city, and no case that is not there; nothing is recorded of it', async () => {
    const { recorded, look } = await aCity()
    expect(await look({ city: '510100' })).toEqual({ refused: 'unknown-tenant' })
    expect(await look({ caseId: '0'.repeat(26) })).toEqual({ refused: 'unknown-case' })
    expect(recorded).toEqual([])
  })
})

describe('what the commission chooses a case from', () => {
  const asked = { city: CITY, tenant: COUNTY, post: 'shift-leader', language: 'zh' } as const

  it('is the open work of a post, with its lamp and without a word of what was reported', async () => {
    const { id, needs, recorded } = await aCity()
    const list = await listCasesToCheck(needs)(asked)
    if (isRefusal(list)) throw new Error(list.refused)
    expect(list.cases.map((line) => line.id)).toEqual([id])
    expect(list.cases[0]).toHaveProperty('lamp')
    expect(JSON.stringify(list)).not.toMatch(/路灯不亮|滨江|何某|"place"|"reporter"/)
    expect(recorded).toEqual([])
  })

  it('is nothing of another city, and asks whose unit where work is a unit’s', async () => {
    const { needs } = await aCity()
    const list = listCasesToCheck(needs)
    expect(await list({ ...asked, city: '510100' })).toEqual({ refused: 'unknown-tenant' })
    expect(await list({ ...asked, post: 'handler' })).toMatchObject({ refused: 'invalid-input' })
  })
})
