import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { administratorsAmong } from '#shared/identity/administrators'
import { posts } from '#shared/lifecycle/posts'
import { problemSentence } from '#shared/organisation/row-problems'
import { postsInForce, type StaffRecord, type StandIn } from '#shared/organisation/staff'
import { checkStaff, type StaffRow } from '#shared/organisation/staff-rows'
import { faultOfPosts, faultOfStandIns } from '#shared/organisation/staff-rules'
import { checkUnits, type UnitRow } from '#shared/organisation/unit-rows'
import { holdersOn } from '#shared/organisation/vacancies'

const TODAY = '2026-11-25'
const somebody = (person: string, changes: Partial<StaffRecord> = {}): StaffRecord => ({
  person,
  posts: ['collector'],
  standIns: [],
  state: 'active',
  version: 1,
  ...changes,
})
const lent = (changes: Partial<StandIn> = {}): StandIn => ({
  post: 'dispatcher',
  for: 'b',
  from: TODAY,
  until: '2026-11-30',
  ...changes,
})
const staff = [somebody('a'), somebody('b', { posts: ['dispatcher', 'auditor'] })]
const faultOf = (standIns: StandIn[], of: Partial<StaffRecord> = {}) =>
  faultOfStandIns(somebody('a', of), standIns, { today: TODAY, staff, level: 'county' })

describe('posts', () => {
  it('never make two administrators of one person, whichever are given', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...posts), { minLength: 1 }), (some) => {
        const fault = faultOfPosts(some, 'county')
        expect(fault?.refused === 'administrators-separate').toBe(administratorsAmong(some).length > 1)
      }),
    )
  })

  it.each([
    ['none', [], 'county', 'posts', 'missing'],
    ['one twice', ['leader', 'leader'], 'county', 'posts.1', 'repeated'],
    ["a commission's in a county", ['supervisor'], 'county', 'posts.0', 'not-offered'],
    ["a county's in a commission", ['supervisor', 'leader'], 'city', 'posts.1', 'not-offered'],
  ] as const)('%s are refused with the field', (_name, some, level, field, code) => {
    expect(faultOfPosts([...some], level)).toMatchObject({
      refused: 'invalid-input',
      fields: [{ field, code }],
    })
  })
})

describe('standing in', () => {
  it('is for a post that the other holds, from today on', () => {
    expect(faultOf([lent()])).toBeUndefined()
    expect(faultOf([lent({ from: TODAY, until: TODAY })])).toBeUndefined()
  })

  it('may go on when it has begun, and be ended early or late, but not begun in the past', () => {
    const begun = lent({ from: '2026-11-01' })
    expect(faultOf([begun], { standIns: [begun] })).toBeUndefined()
    expect(faultOf([{ ...begun, until: TODAY }], { standIns: [begun] })).toBeUndefined()
    expect(faultOf([{ ...begun, until: '2026-12-31' }], { standIns: [begun] })).toBeUndefined()
    expect(faultOf([begun])).toMatchObject({ fields: [{ field: 'standIns.0.from', code: 'in-the-past' }] })
  })

  it('leaves those that have ended in the list as they were', () => {
    const over = lent({ from: '2026-01-01', until: '2026-01-31' })
    expect(faultOf([over, lent()], { standIns: [over] })).toBeUndefined()
    expect(faultOf([over])).toMatchObject({ fields: [{ field: 'standIns.0.until', code: 'in-the-past' }] })
  })

  it('never makes two administrators of one person', () => {
    const audits = lent({ post: 'auditor' })
    expect(faultOf([audits])).toBeUndefined()
    expect(faultOf([audits], { posts: ['administrator'] })).toMatchObject({
      refused: 'administrators-separate',
    })
  })

  it('is not in force while it would make a second administrator of somebody', () => {
    const record = somebody('a', { posts: ['administrator'], standIns: [lent({ post: 'auditor' })] })
    expect(postsInForce(record, TODAY)).toEqual(['administrator'])
  })

  it('lends the post on its days alone', () => {
    const record = somebody('a', { standIns: [lent({ from: '2026-11-26' })] })
    expect(
      ['2026-11-25', '2026-11-26', '2026-11-30', '2026-12-01'].map((day) => postsInForce(record, day).length),
    ).toEqual([1, 2, 2, 1])
  })
})

describe('a vacant post', () => {
  it('is one that nobody active holds that day, whoever is invited, suspended or gone', () => {
    const county = [
      somebody('a', { posts: ['acceptor'], state: 'invited' }),
      somebody('b', { posts: ['dispatcher'] }),
      somebody('c', { posts: ['inspector'], state: 'left' }),
      somebody('d', {
        standIns: [lent({ post: 'acceptor', for: 'a', from: '2026-12-01', until: '2026-12-02' })],
      }),
    ]
    const vacant = (day: string) =>
      holdersOn(county, day, 'county')
        .filter((one) => one.vacant)
        .map(({ post }) => post)
    expect(vacant(TODAY)).toContain('acceptor')
    expect(vacant('2026-12-01')).not.toContain('acceptor')
    expect(vacant(TODAY)).toContain('inspector')
    expect(vacant(TODAY)).not.toContain('dispatcher')
    expect(holdersOn(county, '2026-12-01', 'county').find(({ post }) => post === 'acceptor')).toMatchObject({
      holders: 1,
      standIns: 1,
    })
  })
})

describe('a sheet of people', () => {
  const check = (...rows: Partial<StaffRow>[]) =>
    checkStaff(
      rows.map((one, at) => ({
        row: at + 2,
        name: '张三',
        phone: `1380000000${at}`,
        posts: '采集员',
        ...one,
      })),
      { units: new Set(['gas']) },
    )

  it('gives people whose posts are written in either language or as codes', () => {
    const { people, problems } = check(
      { posts: '采集员、核查员' },
      { posts: 'Shift leader, dispatcher' },
      { posts: 'leader 受理员', unit: 'gas' },
    )
    expect(problems).toEqual([])
    expect(people.map(({ posts: given }) => given)).toEqual([
      ['collector', 'inspector'],
      ['shift-leader', 'dispatcher'],
      ['leader', 'acceptor'],
    ])
  })

  it.each<[string, Partial<StaffRow>[], object]>([
    ['nobody', [{ name: '' }], { row: 2, field: 'name', code: 'bad-name' }],
    ['a number too short', [{ phone: '1380000' }], { field: 'phone', code: 'bad-phone' }],
    ['one number twice', [{}, { phone: '13800000000' }], { row: 3, code: 'phone-taken', values: { row: 2 } }],
    [
      'a landline twice, with and without its hyphen',
      [{ phone: '023-59220001' }, { phone: '02359220001' }],
      { row: 3, code: 'phone-taken' },
    ],
    ['somebody without a post', [{ posts: ' 、 ' }], { field: 'posts', code: 'no-post' }],
    ['a post that is none', [{ posts: '采集员、城管' }], { code: 'not-offered', values: { value: '城管' } }],
    ['two administrators in one', [{ posts: '系统管理员、安全审计员' }], { code: 'administrators-separate' }],
    ['a unit that is not there', [{ unit: 'gaz' }], { field: 'unit', code: 'unknown-unit' }],
  ])('names %s with row and field', (_name, rows, expected) => {
    const { problems } = check(...rows)
    expect(problems).toMatchObject([expected])
    for (const language of ['zh', 'en'] as const)
      expect(problemSentence(problems[0]!, language)).not.toMatch(/undefined/)
  })
})

describe('a sheet of units', () => {
  const check = (...rows: Partial<UnitRow>[]) =>
    checkUnits(
      rows.map((one, at) => ({ row: at + 2, id: `u${at}`, name: '某局', kind: 'department', ...one })),
      { areas: new Set(['500229001']) },
    )

  it('gives units, acted for where there is only a contact', () => {
    const { units, problems } = check(
      { classes: '101、103', area: '500229001' },
      { contactName: '何某', contactPhone: '13800001234' },
      { kind: 'company', actedFor: false },
    )
    expect(problems).toEqual([])
    expect(units).toMatchObject([
      { classes: ['101', '103'], area: '500229001', actedFor: false },
      { actedFor: true, contact: { name: '何某', phone: '13800001234' } },
      { kind: 'company', actedFor: false },
    ])
  })

  it.each<[string, Partial<UnitRow>[], object]>([
    ['an id with capitals', [{ id: 'Gas' }], { field: 'id', code: 'bad-unit-id' }],
    ['one id twice', [{ id: 'gas' }, { id: 'gas' }], { row: 3, code: 'repeated' }],
    ['no name', [{ name: '' }], { field: 'name', code: 'bad-name' }],
    ['a kind that is none', [{ kind: 'firm' }], { field: 'kind', code: 'not-offered' }],
    ['an area that is not there', [{ area: '500229009' }], { field: 'area', code: 'unknown-area' }],
    ['a class that is none', [{ classes: '101、9' }], { field: 'classes', code: 'not-offered' }],
    ['a contact without a number', [{ contactName: '何某' }], { field: 'contactPhone', code: 'bad-phone' }],
    [
      'a number without a name',
      [{ contactPhone: '13800001234' }],
      { field: 'contactName', code: 'bad-name' },
    ],
  ])('names %s with row and field', (_name, rows, expected) => {
    expect(check(...rows).problems).toMatchObject([expected])
  })
})
