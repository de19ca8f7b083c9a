import { AwsError } from '../../kernel/aws.ts'
import type { Place } from '../../kernel/resource.ts'

const prefix = (place: Place, service: string) =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}`

export const machineArn = (place: Place, name: string) => `${prefix(place, 'states')}:stateMachine:${name}`
export const executionArn = (place: Place, machine: string, name: string) =>
  `${prefix(place, 'states')}:execution:${machine}:${name}`

/** A function's ARN from what `FunctionName` may be: an ARN, a partial one, or a name, qualified or not. */
export function functionArn(name: string, place: Place): string {
  if (name.startsWith('arn:')) return name
  const partial = /^\d{12}:function:(.+)$/.exec(name)
  return `${prefix(place, 'lambda')}:function:${partial?.[1] ?? name}`
}

const invalid = (reason: string) => new AwsError('InvalidArn', `Invalid Arn: '${reason}'`)

const ARN = /^arn:[\w-]+:states:[\w-]+:\d{12}:(\w+):([^:]+)(?::([^:]+))?$/

export interface MachineRef {
  /** Without version or alias. */
  arn: string
  name: string
  version?: number
  alias?: string
}

/** A machine, a version of it (`:3`) or an alias (`:live`). */
export function readMachineArn(arn: unknown): MachineRef {
  const parts = partsOf(arn, 'stateMachine')
  const [, , name, qualifier] = parts
  const plain = qualifier === undefined ? parts[0] : parts[0].slice(0, -qualifier.length - 1)
  const ref = { arn: plain, name: name! }
  if (qualifier === undefined) return ref
  return /^\d+$/.test(qualifier) ? { ...ref, version: Number(qualifier) } : { ...ref, alias: qualifier }
}

export function readExecutionArn(arn: unknown): string {
  const parts = partsOf(arn, 'execution')
  if (parts[3] === undefined) throw invalid('Invalid ARN: an execution has a name')
  return parts[0]
}

function partsOf(arn: unknown, type: string): RegExpExecArray {
  if (typeof arn !== 'string' || arn === '')
    throw new AwsError(
      'ValidationException',
      `The request needs the ARN of ${type === 'execution' ? 'an execution' : 'a state machine'}.`,
    )
  if (!arn.startsWith('arn:')) throw invalid(`Invalid ARN prefix: ${arn}`)
  const parts = ARN.exec(arn)
  if (!parts) throw invalid(`Invalid ARN: ${arn}`)
  if (parts[1] !== type) throw invalid(`Resource type not valid in this context: ${parts[1]}`)
  return parts
}
