import { InvalidDefinition } from './failure.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

/** What a Task calls. `service` and `action` are AWS's resourceType and resource in the history. */
export type TaskTarget =
  | { kind: 'function'; arn: string }
  | {
      kind: 'integration'
      service: string
      action: string
      /** `lambda:invoke`, or the key of an integration handed to the part. */
      name: string
      waitForToken: boolean
    }

const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/
const INTEGRATION_ARN = /^arn:[\w-]+:states:[\w-]*:[\d]*:((?:aws-sdk:)?[\w-]+):(\w+)(\.[\w:]+)?$/
const INVOKE_ARGUMENTS = ['FunctionName', 'Payload', 'Qualifier', 'InvocationType']

/** Reads `Resource`; `integrations` are the names this installation runs besides `lambda:invoke`. */
export function readTarget(
  resource: Json | undefined,
  integrations: readonly string[],
  location: string,
): TaskTarget {
  if (typeof resource !== 'string')
    throw new InvalidDefinition("The field 'Resource' must be an ARN.", location)
  if (FUNCTION_ARN.test(resource)) return { kind: 'function', arn: resource }
  const parts = INTEGRATION_ARN.exec(resource)
  const [, service, action, pattern] = parts ?? []
  const name = `${service}:${action}`
  if (!service || !action || (name !== 'lambda:invoke' && !integrations.includes(name)))
    throw new InvalidDefinition(`The local cloud does not run the task resource ${resource}.`, location)
  if (pattern !== undefined && pattern !== '.waitForTaskToken')
    throw new InvalidDefinition(`The local cloud does not run tasks with ${pattern}.`, location)
  const waitForToken = pattern !== undefined
  return { kind: 'integration', service, action: action + (pattern ?? ''), name, waitForToken }
}

/** The literal arguments of `lambda:invoke`: an unknown one would be dropped silently. */
export function checkInvokeArguments(target: TaskTarget, given: Json | undefined, location: string) {
  if (target.kind !== 'integration' || target.name !== 'lambda:invoke') return
  if (given === undefined)
    throw new InvalidDefinition(
      "lambda:invoke needs Arguments (or Parameters) with 'FunctionName'.",
      location,
    )
  if (!isObject(given)) return
  for (const key of Object.keys(given))
    if (!INVOKE_ARGUMENTS.includes(key.replace(/\.\$$/, '')))
      throw new InvalidDefinition(
        `The local cloud does not know the argument '${key}' of lambda:invoke.`,
        location,
      )
  if (!given.FunctionName && !given['FunctionName.$'])
    throw new InvalidDefinition("lambda:invoke needs the argument 'FunctionName'.", location)
  checkTokenUse(target.waitForToken, given, location)
}

// AWS refuses such a machine too: nobody could ever answer the task
function checkTokenUse(waitForToken: boolean, given: JsonObject, location: string) {
  if (waitForToken && !/Task\.Token|\$states|\$\$/.test(JSON.stringify(given)))
    throw new InvalidDefinition('A task with .waitForTaskToken must hand on the task token.', location)
}
