import { describe, expect, it } from 'vitest'
import type { PublicProgress } from '../../shared/intake/citizen-contract.ts'
import { codeIn, numberIn } from '../../web/features/citizen/follow-words.ts'
import { typedErrors } from '../../web/features/citizen/form-errors.ts'
import { timelineOf } from '../../web/features/citizen/timeline.ts'
import { positionIn, withoutSpaces } from '../../web/features/citizen/told.ts'
import { citizen } from '../../web/text/zh-CN/citizen.ts'

const text = citizen.follow
const at = (hour: number) => `2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`
type Status = PublicProgress['status']

const progress = (statuses: readonly Status[], rest: Partial<PublicProgress> = {}): PublicProgress => ({
  number: '5002352026112400001',
  status: statuses.at(-1)!,
  name: `(${statuses.at(-1)})`,
  reportedAt: at(1),
  steps: statuses.map((status, index) => ({ status, name: status, at: at(index + 1) })),
  words: '路灯不亮',
  place: '滨江路',
  photosBefore: [],
  photosAfter: [],
  mayRate: false,
  serverTime: at(9),
  ...rest,
})

describe('the timeline of a report', () => {
  const told = (one: PublicProgress) =>
    timelineOf(one, text).map(({ name, state, note }) => [name, state, ...(note ? [note] : [])])

  it.each([
    ['received', progress(['received']), ['done', 'next', 'next', 'next', 'next']],
    ['taken up', progress(['received', 'accepted']), ['done', 'done', 'next', 'next', 'next']],
    [
      'on its way to a unit',
      progress(['received', 'accepted', 'in-hand']),
      ['done', 'done', 'next', 'next', 'next'],
    ],
    [
      'with a unit',
      progress(['received', 'accepted', 'in-hand'], { dispatchedAt: at(4) }),
      ['done', 'done', 'done', 'now', 'next'],
    ],
    [
      'done',
      progress(['received', 'accepted', 'in-hand', 'done'], { dispatchedAt: at(4) }),
      ['done', 'done', 'done', 'done', 'done'],
    ],
  ])('has five steps: %s', (_, one, states) => {
    expect(timelineOf(one, text).map(({ state }) => state)).toEqual(states)
  })

  it('ends with why a report was not taken up', () => {
    expect(told(progress(['received', 'not-accepted'], { reason: '属物业管理' }))).toEqual([
      ['已收到', 'done'],
      ['(not-accepted)', 'done', '原因：属物业管理'],
    ])
  })

  it('says by when what comes next is due, or that it is late', () => {
    const [, next] = timelineOf(progress(['received'], { nextBy: at(10) }), text)
    expect(next).toMatchObject({ by: at(10) })
    const [, late] = timelineOf(progress(['received'], { nextBy: at(8) }), text)
    expect(late).toMatchObject({ note: text.late })
  })
})

describe('what citizens type', () => {
  it.each([
    ['5002 3520 2611 2400 001', '5002352026112400001'],
    ['５００２352026112400001', '5002352026112400001'],
    [['a', 'b'], ''],
    [undefined, ''],
  ])('%j is the number %s', (typed, number) => expect(numberIn(typed)).toBe(number))

  it.each([
    ['8rmhf1jg', '8RMHF1JG'],
    ['8RMH FIJO', '8RMHF1J0'],
  ])('%s is the code %s', (typed, code) => expect(codeIn(typed)).toBe(code))

  it('is told wrong before it is sent, field by field', () => {
    const fields = (told: Record<string, string>) =>
      typedErrors(withoutSpaces(told), citizen.report).map(({ field }) => field)
    expect(fields({})).toEqual(['place', 'words'])
    expect(fields({ place: '东街', words: '路灯', phone: '138 0000 1234' })).toEqual([])
    expect(fields({ place: '东街', words: '路灯', phone: '12' })).toEqual(['phone'])
    expect(positionIn({ longitude: '108.6' })).toBeUndefined()
  })
})
