import { describe, expect, it } from 'vitest'
import { type Played, playStory } from '../../infra/commands/demonstration/play-story.ts'
import { storiesOf } from '../../infra/commands/demonstration/stories.ts'
import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import { openStages } from '../../shared/lifecycle/lifecycle.ts'

const now = Date.parse('2026-11-25T15:20:00+08:00')
const photos = { before: '0'.repeat(26), after: '1'.repeat(26) }
const limit = { amount: 2, unit: 'work_day' } as const

const play = (at: number): Played[] =>
  storiesOf(at, 30, photos).map((story, index) =>
    playStory(story, {
      tenant: '500235',
      serial: index + 1,
      terms: { calendar: defaultCalendar, limits: {}, catalogue: 'base-1' },
      conditions: new Map([
        [story.kind, { kind: story.kind, no: 1, grade: 'ordinary', limit, confirmed: true }],
      ]),
      now: at,
      areas: ['500235001001', '500235001002'],
      photo: photos.before,
    }),
  )

const endOf = ({ report, advance }: Played) => advance?.after ?? report.record

describe('the past of the demonstration', () => {
  const played = play(now)

  it('is the same at every start, but for the days', () => {
    expect(play(now).map(endOf)).toEqual(played.map(endOf))
    const later = play(now + 7 * 86_400_000)
    expect(later.map(({ report }) => report.words.words)).toEqual(
      played.slice(0, later.length).map(({ report }) => report.words.words),
    )
  })

  it('is thirty days of a county: most of it done, some late, returned, reworked or refused', () => {
    expect(played.length).toBeGreaterThan(250)
    const history = played.flatMap(({ advance }) => advance?.history ?? [])
    for (const action of ['close', 'mark-overdue', 'return', 'fail', 'approve-extension', 'refuse', 'reject'])
      expect(history.filter((row) => row.action === action).length, action).toBeGreaterThan(2)
  })

  it('leaves work on the desks of every post', () => {
    const stages = new Set(played.map((one) => endOf(one).stage))
    const worked = openStages.filter((stage) => stage !== 'auditing')
    for (const stage of worked) expect(stages, stage).toContain(stage)
    const asked = new Set(played.flatMap((one) => endOf(one).request?.kind ?? []))
    expect(asked).toEqual(new Set(['extension', 'void']))
  })

  it('lets nothing happen that has not happened yet', () => {
    for (const { report, advance } of played)
      for (const { at } of [report.history, ...(advance?.history ?? [])])
        expect(Date.parse(at)).toBeLessThan(now)
  })
})
