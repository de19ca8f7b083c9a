import { SendTaskFailureCommand, SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn'
import type { Signals } from '../../workflow/ports.ts'
import { patiently } from '../busy.ts'
import { directCalls } from '../call-limits.ts'

/** The wait is over: answered before, timed out, or its execution has ended. */
const SETTLED = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])

export function createSignals(): Signals {
  const client = new SFNClient(directCalls())
  return {
    succeed: (taskToken, news) =>
      unlessSettled(() =>
        client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(news) })),
      ),
    fail: (taskToken, error, news) =>
      unlessSettled(() =>
        client.send(new SendTaskFailureCommand({ taskToken, error, cause: JSON.stringify(news ?? {}) })),
      ),
  }
}

async function unlessSettled(send: () => Promise<unknown>): Promise<void> {
  try {
    await patiently(send)
  } catch (error) {
    if (!SETTLED.has((error as Error).name)) throw error
  }
}
