import { AwsError } from '../../kernel/aws.ts'
import { waitOver } from './advance.ts'
import type { Frame } from './frame.ts'
import { endRun, failState, recordAborted } from './leave.ts'
import { type Run, touch } from './run.ts'
import { callAnswered, heartbeat, type Outcome, taskEnded, taskTimedOut } from './tasks.ts'
import type { TokenParts } from './token.ts'

/** What may happen to an execution. */
export type Message =
  /** Move on whatever can. */
  | { kind: 'go' }
  /** The cloud has been started again: the calls that were under way are made once more. */
  | { kind: 'resume' }
  | { kind: 'timers' }
  | { kind: 'answered'; frame: number; call: number; outcome: Outcome }
  | { kind: 'token'; token: TokenParts; outcome: Outcome }
  | { kind: 'heartbeat'; token: TokenParts }
  | { kind: 'stop'; error?: string; cause?: string }

/** Applies a message in memory; an AwsError refuses it and leaves the execution as it was. */
export async function applyMessage(run: Run, message: Message): Promise<void> {
  if (run.ended || run.execution.status !== 'RUNNING') {
    if (message.kind === 'token' || message.kind === 'heartbeat') throw taskIsOver()
    return
  }
  switch (message.kind) {
    case 'go':
      return
    case 'resume':
      run.calls.push(...[...run.frames.values()].filter((frame) => frame.phase === 'calling'))
      return
    case 'timers':
      return ringTimers(run)
    case 'answered': {
      const frame = run.frames.get(message.frame)
      // a task that timed out, or was answered by its token, is no longer interested
      if (frame?.phase !== 'calling' || frame.task?.call !== message.call) return
      touch(run, frame)
      return callAnswered(run, frame, message.outcome)
    }
    case 'token':
      return taskEnded(run, holderOf(run, message.token), message.outcome)
    case 'heartbeat':
      return heartbeat(run, holderOf(run, message.token))
    case 'stop':
      return stop(run, message)
  }
}

export const taskIsOver = () =>
  new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'")

function holderOf(run: Run, token: TokenParts): Frame {
  const frame = run.frames.get(token.frame)
  if (frame?.task?.nonce !== token.nonce) throw taskIsOver()
  return frame
}

async function ringTimers(run: Run) {
  const now = run.now()
  if (run.execution.dueAt <= now) return endRun(run, 0, { status: 'TIMED_OUT', error: 'States.Timeout' })
  const due = [...run.frames.values()].filter((frame) => frame.dueAt !== undefined && frame.dueAt <= now)
  for (const frame of due.sort((a, b) => a.dueAt! - b.dueAt!))
    if (run.frames.has(frame.id)) await ring(run, frame, now)
}

async function ring(run: Run, frame: Frame, now: number) {
  touch(run, frame)
  if (frame.phase === 'calling' || frame.phase === 'token') return taskTimedOut(run, frame, now)
  delete frame.dueAt
  if (frame.phase === 'backoff') frame.phase = 'attempt'
  else if (frame.phase === 'waiting')
    try {
      await waitOver(run, frame)
    } catch (problem) {
      await failState(run, frame, problem)
    }
}

function stop(run: Run, { error, cause }: { error?: string; cause?: string }) {
  for (const frame of [...run.frames.values()]) if (frame.parent === undefined) recordAborted(run, frame)
  endRun(run, run.lastEvent, {
    status: 'ABORTED',
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  })
}
