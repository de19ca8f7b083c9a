import { describe, expect, it } from 'vitest'
import { confirmLimits } from '../../../functions/catalogue/confirm-limits.ts'
import { decideExtension, proposeKind } from '../../../functions/catalogue/extend.ts'
import { openDraft, publishTemplate, replaceDraft } from '../../../functions/catalogue/keep-template.ts'
import { layCatalogue } from '../../../functions/catalogue/lay-catalogue.ts'
import { pushTemplate } from '../../../functions/catalogue/push-template.ts'
import { readProposal } from '../../../functions/catalogue/read-proposal.ts'
import { takeTemplate } from '../../../functions/catalogue/take-template.ts'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import type { Catalogue } from '../../../shared/catalogue/catalogue.ts'
import { isRefusal, type Refusal } from '../../../shared/kernel/result.ts'
import { freshKey, MORNING } from '../../support/case-builders.ts'
import { memoryCatalogues } from '../../support/memory-catalogues.ts'

const CITY = '500000'
const COUNTY = '500229'
const clock = { now: () => Date.parse(MORNING) }

/** The base catalogue with one kind renamed and one added. */
const template = (version: string, changes: Partial<Catalogue> = {}): Catalogue => ({
  ...baseCatalogue,
  version,
  kinds: [
    ...baseCatalogue.kinds.map((kind) =>
      kind.code === '10101' ? { ...kind, name: { zh: '自来水井盖', en: 'Tap-water cover' } } : kind,
    ),
    { code: '20701', name: { zh: '新增事件', en: 'A new event' }, status: 'verified-code' },
  ],
  classes: [...baseCatalogue.classes, { code: '207', name: { zh: '新增大类', en: 'A new class' } }],
  conditions: [
    ...baseCatalogue.conditions,
    { ...baseCatalogue.conditions[0]!, kind: '20701', limit: { amount: 1, unit: 'work_day' } },
  ],
  ...changes,
})

const wish = {
  class: '101',
  name: { zh: '缆车立柱', en: 'Cable-car pillar' },
  conditions: [
    {
      grade: 'ordinary' as const,
      limit: { amount: 2, unit: 'work_day' as const },
      filing: { zh: '立柱倾斜或破损', en: 'The pillar leans or is broken' },
      closing: { zh: '立柱已扶正修复', en: 'The pillar stands and is whole' },
    },
  ],
}

async function scene(...counties: string[]) {
  const cataloguesOf = memoryCatalogues()
  for (const tenant of [COUNTY, ...counties])
    await layCatalogue({ cataloguesOf })({
      ...{ tenant, city: CITY, name: '某县', administrator: 'p', at: MORNING },
    })
  const city = { catalogues: cataloguesOf(CITY), clock }
  const county = { catalogues: cataloguesOf(COUNTY), clock }
  const keeper = () => ({ person: 'p-keeper', key: freshKey() })
  const administrator = () => ({ person: 'p-admin', key: freshKey(), tenant: COUNTY })
  const cityOf = async (tenant: string) => (tenant.startsWith('50') ? CITY : '510000')
  const here = {
    cataloguesOf,
    keeper,
    administrator,
    draft: (revision: number, catalogue: Catalogue) =>
      replaceDraft(city)({ ...keeper(), revision, catalogue }),
    publish: (revision: number) => publishTemplate(city)({ ...keeper(), revision }),
    push: (version: string, tenants: string[], rest: { force?: string; key?: string } = {}) =>
      pushTemplate({ cataloguesOf, cityOf, clock })({
        ...{ city: CITY, version, counties: tenants, ...keeper(), ...rest },
      }),
    proposal: () => readProposal({ county: cataloguesOf(COUNTY), city: cataloguesOf(CITY) }),
    take: (name: string, sequence: number, key = freshKey()) =>
      takeTemplate({ county: cataloguesOf(COUNTY), city: cataloguesOf(CITY), clock })({
        ...{ tenant: COUNTY, template: name, person: 'p-admin', key, cause: 'taken', sequence },
      }),
    confirm: (sequence: number, conditions: string[]) =>
      confirmLimits(county)({
        ...administrator(),
        sequence,
        conditions: conditions.map((condition) => ({ condition, limit: { amount: 9, unit: 'work_day' } })),
      }),
    propose: (changes: Partial<typeof wish> = {}) =>
      proposeKind(county)({ ...administrator(), wish: { ...wish, ...changes } }),
    decide: (code: string, decision: 'approve' | 'decline', reason?: string) =>
      decideExtension(county)({ ...keeper(), tenant: COUNTY, code, decision, ...(reason && { reason }) }),
    published: () => cataloguesOf(COUNTY).published(),
    inForce: async () => {
      const newest = await cataloguesOf(COUNTY).newest()
      return (await cataloguesOf(COUNTY).read(newest!.version))!
    },
  }
  return here
}

const good = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.refused}`)
  return answer
}

describe('a draft', () => {
  it('is replaced as a whole, shown against what is published, and then frozen', async () => {
    const here = await scene()
    const { cataloguesOf } = here
    expect(await here.draft(0, template('cq-1'))).toMatchObject({ revision: 1, kinds: 205 })
    expect(await here.draft(1, template('cq-1'))).toMatchObject({ revision: 2 })
    expect(await here.draft(1, template('cq-1'))).toEqual({ refused: 'record-changed' })
    expect(await here.publish(1)).toEqual({ refused: 'record-changed' })
    expect(good(await here.publish(2))).toMatchObject({ sequence: 1, version: 'cq-1', template: 'cq-1' })
    expect(await openDraft(cataloguesOf(CITY))).toBeUndefined()
    expect(await here.publish(2)).toEqual({ refused: 'no-draft' })
    expect(await here.draft(2, template('cq-1'))).toEqual({ refused: 'version-taken' })
    expect(await here.draft(2, template('base-1'))).toEqual({ refused: 'version-taken' })
    expect(await here.draft(2, template('cq-2'))).toMatchObject({ revision: 3, version: 'cq-2' })
  })

  it('is refused with list, row and column of everything that does not fit', async () => {
    const here = await scene()
    const whole = template('cq-1')
    const broken = {
      ...whole,
      classes: whole.classes.filter(({ code }) => code !== '207'),
      kinds: [...whole.kinds, whole.kinds[0]!],
    }
    expect(await here.draft(0, broken)).toEqual({
      refused: 'invalid-input',
      fields: [
        { field: 'catalogue.kinds.205.code', code: 'repeated-code' },
        { field: 'catalogue.kinds.204.code', code: 'unknown-class' },
      ],
    })
    expect(await here.cataloguesOf(CITY).draft()).toBeUndefined()
  })
})

describe('a template that is pushed', () => {
  it('is offered with its diff, taken by the county, and keeps what is the county’s own', async () => {
    const here = await scene()
    good(await here.propose())
    good(await here.decide('10199', 'approve'))
    good(await here.confirm(2, ['10105-1']))
    await here.draft(0, template('cq-1'))
    await here.publish(1)
    expect(await here.push('cq-1', [COUNTY, '510104', '500231'])).toEqual({
      counties: [
        { tenant: COUNTY, outcome: 'proposed' },
        { tenant: '510104', outcome: 'unknown-tenant' },
        { tenant: '500231', outcome: 'not-laid' },
      ],
    })
    const offered = good(await here.proposal())
    expect(offered).toMatchObject({
      proposal: { template: 'cq-1', person: 'p-keeper' },
      diff: { from: 'base-1', to: 'cq-1' },
      collisions: [],
    })
    expect(offered.diff?.kinds.changed).toMatchObject([{ after: { code: '10101' } }])
    const key = freshKey()
    const taken = good(await here.take('cq-1', 3, key))
    expect(taken).toMatchObject({ sequence: 4, template: 'cq-1', cause: 'taken', version: `${COUNTY}-4` })
    expect(await here.take('cq-1', 3, key)).toEqual(taken)
    const { kinds, conditions } = await here.inForce()
    expect(
      kinds.filter(({ code }) => ['10101', '10199', '20701'].includes(code)).map((one) => one.name.zh),
    ).toEqual(['自来水井盖', '缆车立柱', '新增事件'])
    expect(conditions.find(({ kind }) => kind === '10105')).toMatchObject({
      limit: { amount: 9, unit: 'work_day' },
      confirmed: true,
    })
    expect((await here.proposal()) as object).not.toHaveProperty('diff')
    expect((await here.push('cq-1', [COUNTY])) as object).toMatchObject({
      counties: [{ outcome: 'in-force-already' }],
    })
  })

  it('is not taken unless it was offered, nor on a version that is not in force any more', async () => {
    const here = await scene()
    await here.draft(0, template('cq-1'))
    await here.publish(1)
    expect(await here.take('cq-1', 1)).toEqual({ refused: 'record-changed' })
    await here.push('cq-1', [COUNTY])
    await here.confirm(1, ['10105-1'])
    expect(await here.take('cq-1', 1)).toEqual({ refused: 'record-changed' })
    expect(await here.push('cq-9', [COUNTY])).toEqual({ refused: 'unknown-catalogue' })
  })

  it('is put in force with a reason that the county’s versions keep, once however often it is sent', async () => {
    const here = await scene('500231')
    await here.draft(0, template('cq-1'))
    await here.publish(1)
    const key = freshKey()
    const force = '按市城管委文件统一执行'
    const first = await here.push('cq-1', [COUNTY, '500231', COUNTY], { force, key })
    expect(first).toEqual({
      counties: [
        { tenant: COUNTY, outcome: 'forced' },
        { tenant: '500231', outcome: 'forced' },
      ],
    })
    expect(await here.push('cq-1', [COUNTY, '500231', COUNTY], { force, key })).toEqual(first)
    expect(await here.published()).toMatchObject([
      { sequence: 1 },
      { sequence: 2, cause: 'forced', reason: force, person: 'p-keeper' },
    ])
  })

  it('is not put over a kind of the county that has the code', async () => {
    const here = await scene()
    good(await here.propose())
    good(await here.decide('10199', 'approve'))
    const whole = template('cq-1')
    const clash = { code: '10199', name: { zh: '别的东西', en: 'Else' }, status: 'verified-code' as const }
    const rows = { ...whole.conditions[0]!, kind: '10199' }
    const catalogue = {
      ...whole,
      kinds: [...whole.kinds, clash],
      conditions: [...whole.conditions, rows],
    }
    good(await here.draft(0, catalogue))
    await here.publish(1)
    expect(await here.push('cq-1', [COUNTY], { force: '统一执行' })).toEqual({
      counties: [{ tenant: COUNTY, outcome: 'code-collision' }],
    })
    await here.push('cq-1', [COUNTY])
    expect(await here.proposal()).toMatchObject({ collisions: ['10199'] })
    expect(await here.take('cq-1', 2)).toMatchObject({ refused: 'code-collision' })
  })
})

describe('an extension', () => {
  it('takes the codes from 99 down, none twice, and comes with the commission’s word', async () => {
    const here = await scene()
    expect(good(await here.propose())).toMatchObject({ code: '10199', state: 'proposed' })
    expect(good(await here.propose({ name: { zh: '索道支架', en: 'Rope support' } }))).toMatchObject({
      code: '10198',
    })
    expect(await here.published()).toHaveLength(1)
    expect(await here.decide('10198', 'decline')).toMatchObject({
      refused: 'invalid-input',
      fields: [{ field: 'reason', code: 'missing' }],
    })
    expect(good(await here.decide('10198', 'decline', '与 10199 重复'))).toMatchObject({ state: 'declined' })
    expect(good(await here.decide('10199', 'approve'))).toMatchObject({ state: 'approved' })
    expect(await here.decide('10199', 'decline', '改变主意')).toEqual({ refused: 'already-decided' })
    expect(await here.decide('10150', 'approve')).toEqual({ refused: 'unknown-kind' })
    const { kinds, conditions } = await here.inForce()
    expect(kinds.filter(({ code }) => code > '10190' && code < '10200')).toMatchObject([{ code: '10199' }])
    expect(conditions.find(({ kind }) => kind === '10199')).toMatchObject({ no: 1, confirmed: true })
    expect(good(await here.propose({ name: { zh: '第三样东西', en: 'A third' } }))).toMatchObject({
      code: '10197',
    })
  })
})

describe('a limit that is confirmed', () => {
  it('makes a version, while what was filed before keeps its own', async () => {
    const here = await scene()
    expect(good(await here.confirm(1, ['10105-1', '10107-1']))).toMatchObject({
      sequence: 2,
      cause: 'confirmed',
      unconfirmed: 72,
    })
    expect(await here.confirm(1, ['10105-1'])).toEqual({ refused: 'record-changed' })
    expect(await here.confirm(2, ['10105-7'])).toMatchObject({
      fields: [{ field: 'conditions.0.condition', code: 'not-offered' }],
    })
    const rules = here.cataloguesOf(COUNTY)
    const limitIn = async (version: string) =>
      (await rules.rulesOf(version))?.conditions.find(({ kind }) => kind === '10105')
    expect(await limitIn(`${COUNTY}-1`)).toMatchObject({ limit: { amount: 1 }, confirmed: false })
    expect(await limitIn(`${COUNTY}-2`)).toMatchObject({ limit: { amount: 9 }, confirmed: true })
  })
})
