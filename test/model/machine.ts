import type { RunInput, StageNews } from '../../shared/lifecycle/asl.ts'
import { caseWorkflow } from '../../shared/lifecycle/asl.ts'
import type { SeenExecution } from '../support/world/world.ts'

interface State {
  readonly Type: string
  readonly Resource?: string
  readonly Next?: string
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[]
}

interface Execution {
  readonly name: string
  readonly input: RunInput
  readonly startedMs: number
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED'
  state: string
  readonly states: string[]
  /** Of the wait that goes on now. */
  token?: string
  wakeMs?: number
}

/** What the steps of the workflow are, when a state asks for them. */
export interface Steps {
  enter(entered: StepInput & { token: string; known: StageNews }): Promise<void>
  fired(fired: StepInput): Promise<StageNews>
}

interface StepInput {
  readonly caseId: string
  readonly run: number
  readonly stage: string
  readonly startedAt: string
}

const RUN_MS = 360 * 86_400_000

/**
 * Step Functions as far as the case workflow uses it, run from the very document that deploys: a wait per stage, named
 * failures, timeouts. Time stands still but when it is told to pass.
 */
export function createMachine(clock: { nowMs: number }, steps: () => Steps) {
  const states = caseWorkflow().States as Readonly<Record<string, State>>
  const start = caseWorkflow().StartAt as string
  const executions = new Map<string, Execution>()
  let tokens = 0

  const stepInput = ({ input, startedMs }: Execution, stage: string): StepInput => ({
    caseId: input.caseId,
    run: input.run,
    stage,
    startedAt: new Date(startedMs).toISOString(),
  })

  async function enter(execution: Execution, name: string, news: StageNews): Promise<void> {
    const state = states[name]
    if (!state) throw new Error(`The workflow has no state ${name}.`)
    execution.state = name
    execution.states.push(name)
    delete execution.token
    delete execution.wakeMs
    if (state.Type === 'Succeed') execution.status = 'SUCCEEDED'
    else if (state.Type === 'Fail') execution.status = 'FAILED'
    else if (state.Resource?.includes('waitForTaskToken')) await wait(execution, name, news)
    else {
      const told = await steps().fired(stepInput(execution, name.replace(/-overdue$/, '')))
      await enter(execution, state.Next!, told)
    }
  }

  async function wait(execution: Execution, stage: string, known: StageNews): Promise<void> {
    const token = `token-${++tokens}`
    execution.token = token
    const endMs = execution.startedMs + RUN_MS
    const atMs = Math.min(known.wake ? Date.parse(known.wake) : endMs, endMs)
    execution.wakeMs = clock.nowMs + Math.max(1, Math.ceil((atMs - clock.nowMs) / 1000)) * 1000
    await steps().enter({ ...stepInput(execution, stage), token, known })
  }

  const waiting = (token: string) =>
    [...executions.values()].find((one) => one.status === 'RUNNING' && one.token === token)

  async function fail(execution: Execution, error: string, news: StageNews): Promise<void> {
    const caught = states[execution.state]?.Catch?.find(
      ({ ErrorEquals }) => ErrorEquals.includes(error) || ErrorEquals.includes('States.ALL'),
    )
    if (!caught) throw new Error(`${error} is caught nowhere at ${execution.state}.`)
    await enter(execution, caught.Next, news)
  }

  return {
    executions: {
      async start(name: string, input: RunInput) {
        if (executions.has(name)) return
        const execution: Execution = {
          name,
          input,
          startedMs: clock.nowMs,
          status: 'RUNNING',
          state: start,
          states: [],
        }
        executions.set(name, execution)
        await enter(execution, start, input)
      },
    },
    signals: {
      async succeed(token: string, news: StageNews) {
        const execution = waiting(token)
        const next = execution && states[execution.state]?.Next
        if (execution && next) await enter(execution, next, news)
      },
      async fail(token: string, flow: string, news?: StageNews) {
        const execution = waiting(token)
        if (execution) await fail(execution, flow, news ?? execution.input)
      },
    },
    /** Lets time pass, and every timer on the way fire at its moment. */
    async passTo(untilMs: number) {
      for (;;) {
        const due = [...executions.values()]
          .filter(({ status, wakeMs }) => status === 'RUNNING' && wakeMs !== undefined && wakeMs <= untilMs)
          .toSorted((a, b) => a.wakeMs! - b.wakeMs!)[0]
        if (!due) break
        clock.nowMs = Math.max(clock.nowMs, due.wakeMs!)
        await fail(due, 'States.Timeout', due.input)
      }
      clock.nowMs = Math.max(clock.nowMs, untilMs)
    },
    /** Ends a running execution as a mishap would. */
    abort(nth: number) {
      const running = [...executions.values()].filter(({ status }) => status === 'RUNNING')
      const victim = running[nth % Math.max(1, running.length)]
      if (victim) victim.status = 'ABORTED'
    },
    watch: {
      async *running() {
        for (const { name, status, startedMs } of executions.values())
          if (status === 'RUNNING') yield { arn: name, name, startedMs }
      },
      currentVersion: async () => undefined,
      inputOf: async (arn: string) => executions.get(arn)?.input,
      async stop(arn: string) {
        const execution = executions.get(arn)
        if (execution) execution.status = 'ABORTED'
      },
    },
    seen: (): SeenExecution[] =>
      [...executions.values()].map(({ name, status, input, states: entered }) => ({
        name,
        status,
        input,
        states: [...entered],
      })),
  }
}
