import type { Clock } from '../../clock/clock.ts'
import type { Activity } from '../../kernel/activity.ts'
import type { Database } from '../../kernel/database.ts'
import type { Json } from '../language/json.ts'
import type { Machine, TaskState } from '../language/state.ts'
import type { ExecutionStore } from '../store/executions.ts'
import { advance, guarded } from './advance.ts'
import { createAlarm } from './alarm.ts'
import type { Frame } from './frame.ts'
import { applyMessage, type Message } from './messages.ts'
import { type Execution, type Run, stateOf } from './run.ts'
import type { Outcome } from './tasks.ts'

const RETRY_MS = 1000 // real time, after a write that did not reach the disk
const DUE_AT_ONCE = 1000

export interface RunnerDeps {
  database: Database
  clock: Clock
  activity: Activity
  store: ExecutionStore
  region: string
  machineOf(execution: Execution): Machine
  /** Makes the call of a task; never throws. */
  call(execution: Execution, state: TaskState, input: Json): Promise<Outcome>
}

export interface Runner {
  /** Resolves when what the message did is durable; rejects with an AwsError when it is refused. */
  tell(execution: number, message: Message): Promise<void>
  /** As tell, but tried again until it is durable. */
  insist(execution: number, message: Message): void
  /** Takes up everything after a start. */
  resume(): void
  /** An execution was begun that ends by itself at `dueAt`. */
  begun(execution: number, dueAt: number): void
  stop(): Promise<void>
}

interface Letter {
  message: Message
  resolve(): void
  reject(error: unknown): void
}

/** The mailbox of one execution, while it is in memory: one thing after the other. */
interface Box {
  letters: Letter[]
  run?: Run
}

export function createRunner(deps: RunnerDeps): Runner {
  const { database, clock, activity, store } = deps
  const boxes = new Map<number, Box>()
  const busy = new Set<Promise<void>>()
  let stopped = false

  const alarm = createAlarm({
    clock,
    activity,
    earliest: store.earliestDue,
    async ring(now) {
      const told = store.dueAt(now, DUE_AT_ONCE).map((id) => tell(id, { kind: 'timers' }))
      const results = await Promise.allSettled(told)
      return results.some((result) => result.status === 'rejected')
    },
  })

  function tell(id: number, message: Message): Promise<void> {
    if (stopped) return Promise.reject(new Error('The executions of this cloud have been stopped.'))
    return new Promise((resolve, reject) => {
      const letter = { message, resolve, reject }
      const box = boxes.get(id)
      if (box) return box.letters.push(letter)
      const opened: Box = { letters: [letter] }
      boxes.set(id, opened)
      const work = activity.during(`execution ${id}`, () => empty(id, opened))
      busy.add(work)
      void work.finally(() => busy.delete(work))
    })
  }

  function insist(id: number, message: Message) {
    tell(id, message).catch(() => {
      if (!stopped) setTimeout(() => insist(id, message), RETRY_MS).unref()
    })
  }

  async function empty(id: number, box: Box) {
    while (!stopped && (box.letters.length > 0 || box.run)) {
      const letters = box.letters.splice(0)
      try {
        await handle(id, box, letters)
      } catch (error) {
        // what is in memory is ahead of the disk: read again next time
        delete box.run
        for (const letter of letters) letter.reject(error)
        if (letters.length === 0) insist(id, { kind: 'go' })
      }
    }
    boxes.delete(id)
    for (const letter of box.letters) letter.reject(new Error('stopped'))
  }

  /** One write: what the letters do, and the steps that follow from it. */
  async function handle(id: number, box: Box, letters: Letter[]) {
    const run = box.run ?? load(id)
    if (!run) {
      for (const letter of letters) letter.resolve()
      return
    }
    const accepted: Letter[] = []
    for (const letter of letters) if (await accepts(run, letter)) accepted.push(letter)
    const more = await advance(run, deps.region)
    if (hasChanged(run)) await database.write(() => store.save(run))
    for (const letter of accepted) letter.resolve()
    const calls = run.calls
    settle(run)
    for (const frame of run.frames.values()) if (frame.dueAt !== undefined) alarm.lower(frame.dueAt)
    for (const frame of calls) call(run, frame)
    if (more) box.run = run
    else delete box.run
  }

  async function accepts(run: Run, letter: Letter): Promise<boolean> {
    let refusal: unknown
    await guarded(run, async () => {
      try {
        await applyMessage(run, letter.message)
      } catch (error) {
        if ((error as Error).name !== 'AwsError') throw error
        refusal = error
      }
    })
    if (refusal) letter.reject(refusal)
    return !refusal
  }

  function load(id: number): Run | undefined {
    const execution = store.byId(id)
    if (!execution) return undefined
    const frames = new Map(store.frames(id).map((frame) => [frame.id, frame]))
    return {
      execution,
      machine: deps.machineOf(execution),
      input: JSON.parse(execution.input) as Json,
      frames,
      nextFrame: Math.max(0, ...frames.keys()) + 1,
      lastEvent: store.lastEvent(id),
      now: () => Math.floor(clock.now()),
      events: [],
      touched: new Set(),
      removed: new Set(),
      calls: [],
      finished: [],
    }
  }

  function call(run: Run, frame: Frame) {
    const { task } = frame
    if (frame.phase !== 'calling' || !task) return
    const { execution } = run
    const state = stateOf(run, frame) as TaskState
    const work = activity.during(`task ${state.name} of ${execution.name}`, async () => {
      const outcome = await deps.call(execution, state, task.arguments)
      if (!stopped) insist(execution.id, { kind: 'answered', frame: frame.id, call: task.call, outcome })
    })
    void work
  }

  return {
    tell,
    insist,
    resume() {
      for (const id of store.withWork()) insist(id, { kind: 'resume' })
      const earliest = store.earliestDue()
      if (earliest !== undefined) alarm.lower(earliest)
    },
    begun(id, dueAt) {
      alarm.lower(dueAt)
      insist(id, { kind: 'go' })
    },
    async stop() {
      stopped = true
      alarm.stop()
      await Promise.allSettled(busy)
    },
  }
}

const hasChanged = (run: Run) =>
  run.events.length > 0 || run.touched.size > 0 || run.removed.size > 0 || run.ended !== undefined

/** What is durable is no longer a change. */
function settle(run: Run) {
  run.events = []
  run.touched.clear()
  run.removed.clear()
  run.calls = []
}
