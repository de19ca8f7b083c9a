import validate from 'asl-validator'
import jsonata from 'jsonata'
import { describe, expect, it } from 'vitest'
import {
  CHANGED,
  caseWorkflow,
  flowTo,
  RUN_DAYS,
  RUN_ENDED,
  signalFor,
  TRY_AGAIN,
} from '../../../shared/lifecycle/asl.ts'
import {
  endStages,
  laterStages,
  mainSuccessor,
  openStages,
  type Stage,
  stages,
} from '../../../shared/lifecycle/lifecycle.ts'

interface State {
  Type: string
  Resource?: string
  Next?: string
  End?: boolean
  TimeoutSeconds?: string | number
  Retry?: { ErrorEquals: string[] }[]
  Catch?: { ErrorEquals: string[]; Next: string; Output?: string }[]
}

function substituted() {
  const lambda = (name: string) => `arn:aws-cn:lambda:cn-north-1:123456789012:function:${name}`
  const text = JSON.stringify(caseWorkflow())
    .replaceAll('${' + 'Partition}', 'aws-cn')
    .replaceAll('${' + 'EnterStageArn}', lambda('enter'))
    .replaceAll('${' + 'DispatchArn}', lambda('dispatch'))
    .replaceAll('${' + 'StageOverdueArn}', lambda('overdue'))
  return JSON.parse(text) as { States: Record<string, State>; TimeoutSeconds: number; StartAt: string }
}

const { States, TimeoutSeconds, StartAt } = substituted()
const catches = (stage: Stage) => States[stage]?.Catch ?? []
const nextOn = (stage: Stage, error: string) =>
  catches(stage).find(({ ErrorEquals }) => ErrorEquals.includes(error))?.Next

describe('the state machine document', () => {
  it('passes the validator of the Amazon States Language', () => {
    expect(validate(substituted())).toMatchObject({ isValid: true, errors: [] })
  })

  it('has nothing left to substitute but what the deployment knows', () => {
    const names = [...JSON.stringify(caseWorkflow()).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name)
    expect([...new Set(names)].toSorted()).toEqual([
      'DispatchArn',
      'EnterStageArn',
      'Partition',
      'StageOverdueArn',
    ])
  })

  it('waits with a token once per open stage, and ends once per end', () => {
    const waits = Object.keys(States).filter((name) => States[name]?.Resource?.endsWith('.waitForTaskToken'))
    expect(waits).toEqual(openStages)
    for (const stage of endStages) expect(States[stage]?.Type).toBe('Succeed')
  })

  it('limits the whole run to a year, longer than a run lives', () => {
    expect(TimeoutSeconds).toBe(365 * 86_400)
    expect(RUN_DAYS).toBeLessThan(365)
    expect(StartAt).toBe('reported')
  })

  it('can be led from every open stage to every later stage, by success or by flow', () => {
    for (const stage of openStages)
      for (const later of laterStages(stage)) {
        const signal = signalFor(stage, later)
        expect(signal.success ? States[stage]?.Next : nextOn(stage, signal.flow)).toBe(later)
      }
  })

  it('enters a stage again when its deadline changed', () => {
    for (const stage of openStages) {
      expect(signalFor(stage, stage)).toEqual({ success: false, flow: CHANGED })
      expect(nextOn(stage, CHANGED)).toBe(stage)
    }
  })

  it('catches named flows first, then the timeout, States.ALL last', () => {
    for (const stage of openStages) {
      const errors = catches(stage).map(({ ErrorEquals }) => ErrorEquals.join())
      expect(errors.slice(-2)).toEqual(['States.Timeout', 'States.ALL'])
      expect(errors.slice(0, -2).some((error) => error.startsWith('States.'))).toBe(false)
      expect(nextOn(stage, 'States.Timeout')).toBe(`${stage}-overdue`)
      expect(States[`${stage}-overdue`]?.Next).toBe(stage)
      expect(nextOn(stage, RUN_ENDED)).toBe('run-ended')
    }
  })

  it('repeats what Lambda or a busy store failed with, and never a flow', () => {
    const flows = new Set([CHANGED, RUN_ENDED, ...stages.map(flowTo)])
    for (const [name, state] of Object.entries(States)) {
      const repeated = (state.Retry ?? []).flatMap(({ ErrorEquals }) => ErrorEquals)
      if (state.Type === 'Task') expect([name, repeated.includes(TRY_AGAIN)]).toEqual([name, true])
      for (const error of repeated) {
        expect(flows.has(error)).toBe(false)
        expect(error.startsWith('States.')).toBe(false)
      }
    }
  })

  it('spends one transition per stage on the main line', () => {
    for (const stage of openStages) expect(States[stage]?.Next).toBe(mainSuccessor(stage))
  })
})

describe('the timeout of a stage', () => {
  const START = '2026-11-24T01:00:00.123Z'
  const secondsAt = (now: string, wake?: string) => {
    const text = String(States.reported?.TimeoutSeconds).replace(/^\{% | %\}$/g, '')
    const expression = jsonata(text)
    expression.registerFunction('millis', () => Date.parse(now))
    return expression.evaluate(
      {},
      { states: { input: wake ? { wake } : {}, context: { Execution: { StartTime: START } } } },
    )
  }

  it.each([
    ['the seconds to the due', '2026-11-24T01:00:01.000Z', '2026-11-24T01:15:00Z', 899],
    ['rounded up, so that it is never early', '2026-11-24T01:00:01.001Z', '2026-11-24T01:15:00Z', 899],
    ['at least one', '2026-11-24T01:15:00.000Z', '2026-11-24T01:15:00Z', 1],
    ['one when it is past already', '2026-11-25T00:00:00.000Z', '2026-11-24T01:15:00Z', 1],
    ['up to day 360 of the run without a due', START, undefined, 360 * 86_400],
    ['up to day 360 of the run when the due is later', START, '2028-01-01T00:00:00Z', 360 * 86_400],
  ])('is %s', async (_name, now, wake, seconds) => {
    expect(await secondsAt(now, wake)).toBe(seconds)
  })
})
