import { type AwsCall, AwsError } from '../../kernel/aws.ts'
import type { Message } from '../engine/messages.ts'
import { taskIsOver } from '../engine/messages.ts'
import type { Runner } from '../engine/runner.ts'
import { readToken, type TokenParts } from '../engine/token.ts'
import type { Json } from '../language/json.ts'
import type { ExecutionStore } from '../store/executions.ts'
import { checkPayload, optionalText, requiredText } from './check.ts'

export interface TokenApiDeps {
  authorize(call: AwsCall, action: string, resource: string): void
  store: ExecutionStore
  runner: Runner
}

interface ByToken {
  taskToken?: unknown
}

/** Answers to tasks that wait for a token. Each resolves once the answer is durable. */
export function tokenOperations({ authorize, store, runner }: TokenApiDeps) {
  async function tell(
    { taskToken }: ByToken,
    call: AwsCall,
    action: string,
    message: (token: TokenParts) => Message,
  ) {
    const token = readToken(requiredText(taskToken, 'taskToken', 2048))
    if (!token) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'")
    const execution = store.byId(token.execution)
    if (!execution)
      throw new AwsError('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'")
    authorize(call, action, execution.versionArn ?? execution.machineArn)
    // a late answer is refused without waking the execution
    if (store.frame(token.execution, token.frame)?.task?.nonce !== token.nonce) throw taskIsOver()
    await runner.tell(token.execution, message(token))
    return {}
  }

  return {
    SendTaskSuccess(input: ByToken & { output?: unknown }, call: AwsCall) {
      const text = requiredText(input.output, 'output', Number.MAX_SAFE_INTEGER)
      const refuse = (reason: string) =>
        new AwsError('InvalidOutput', `Invalid Output: '${reason}' is not valid JSON`)
      const output = JSON.parse(checkPayload(text, refuse)) as Json
      return tell(input, call, 'SendTaskSuccess', (token) => ({ kind: 'token', token, outcome: { output } }))
    },

    SendTaskFailure(input: ByToken & { error?: unknown; cause?: unknown }, call: AwsCall) {
      const error = optionalText(input.error, 'error', 256)
      const cause = optionalText(input.cause, 'cause', 32_768)
      const outcome = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
      return tell(input, call, 'SendTaskFailure', (token) => ({ kind: 'token', token, outcome }))
    },

    SendTaskHeartbeat: (input: ByToken, call: AwsCall) =>
      tell(input, call, 'SendTaskHeartbeat', (token) => ({ kind: 'heartbeat', token })),
  }
}
