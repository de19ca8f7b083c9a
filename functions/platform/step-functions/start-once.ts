import { type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { patiently } from '../busy.ts'

/**
 * Starts an execution under a name that belongs to it alone. `ended`: one of that name was there and is over; one that
 * still runs is answered as if it had just been started.
 */
export async function startOnce(
  client: SFNClient,
  execution: { stateMachineArn: string; name: string; input: object },
): Promise<'going' | 'ended'> {
  const input = JSON.stringify(execution.input)
  try {
    await patiently(() => client.send(new StartExecutionCommand({ ...execution, input })))
    return 'going'
  } catch (error) {
    if ((error as Error).name === 'ExecutionAlreadyExists') return 'ended'
    throw error
  }
}
