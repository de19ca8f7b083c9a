import { expect, it } from 'vitest'
import { surveyWork } from '../../functions/cases/survey-work.ts'
import type { CaseRecord } from '../../shared/cases/record.ts'
import type { WorkList } from '../../shared/cases/work-lists.ts'
import { anAct, aReport, knownReferences, MORNING, standardTerms, UNITS } from '../support/case-builders.ts'
import { memoryCases } from '../support/memory-cases.ts'

const HOUR = 3_600_000

/** A county with one fresh report, looked at some hours later; says which lists were asked for. */
async function county(hoursLater: number) {
  const store = memoryCases()
  const report = aReport()
  await store.create(report)
  const asked: WorkList[] = []
  const survey = surveyWork({
    store: {
      ...store,
      openWork: (list, page) => {
        asked.push(list)
        return store.openWork(list, page)
      },
    },
    references: knownReferences,
    clock: { now: () => Date.parse(MORNING) + hoursLater * HOUR },
    terms: standardTerms,
  })
  const supervise = () =>
    store.advance(anAct(report.record, 'supervise', { evidence: { reason: '领导批示' } }))
  return { survey, asked, supervise, record: report.record as CaseRecord }
}

it('counts what waits in the list of a post by stage and lamp, and what is due before the day ends', async () => {
  const { survey, record } = await county(0)
  const { lists, overdue } = await survey({ reader: { posts: ['acceptor'] }, language: 'zh' })
  expect(lists).toEqual([
    {
      post: 'acceptor',
      stages: [{ stage: record.stage, green: 1, amber: 0, red: 0, grey: 0 }],
      asked: 0,
      dueToday: 1,
      whole: true,
    },
  ])
  expect(overdue).toEqual([])
})

it('tells what is overdue with how often it has used its term, and counts it as due no more', async () => {
  const { survey } = await county(1)
  const { lists, overdue } = await survey({ reader: { posts: ['acceptor'] }, language: 'zh' })
  expect(lists[0]).toMatchObject({ stages: [{ red: 1 }], dueToday: 0 })
  expect(overdue).toMatchObject([{ steps: 0, termsUsed: 4 }])
})

it('tells what somebody supervises by hand before it is overdue', async () => {
  const { survey, supervise } = await county(0)
  await supervise()
  const { supervised, overdue } = await survey({ reader: { posts: ['leader'] }, language: 'zh' })
  expect(supervised).toMatchObject([{ supervised: true, overdue: false }])
  expect(overdue).toEqual([])
})

it('looks into every list for who watches over them, into those of one unit for its people, and nowhere else', async () => {
  const [leader, handler, auditor] = [await county(0), await county(0), await county(0)]
  await leader.survey({ reader: { posts: ['leader'] }, language: 'zh' })
  expect(leader.asked).toEqual(
    expect.arrayContaining(['acceptor', 'dispatcher', ...UNITS.map((id) => `@${id}`)]),
  )
  await handler.survey({ reader: { posts: ['handler'], unit: 'roads' }, language: 'zh' })
  expect(handler.asked).toEqual(['@roads'])
  await auditor.survey({ reader: { posts: ['auditor'] }, language: 'zh' })
  expect(auditor.asked).toEqual([])
})
