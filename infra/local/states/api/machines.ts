import { randomUUID } from 'node:crypto'
import type { Clock } from '../../clock/clock.ts'
import { type AwsCall, AwsError } from '../../kernel/aws.ts'
import type { Database } from '../../kernel/database.ts'
import type { Place } from '../../kernel/resource.ts'
import type { MachineRow, MachineStore } from '../store/machines.ts'
import { machineArn, readMachineArn } from './arns.ts'
import type { Catalogue } from './catalogue.ts'
import { checkName, optionalText, requiredText, seconds, validation } from './check.ts'

const LONGEST_ARN = 256
const LONGEST_DESCRIPTION = 256

export interface MachineApiDeps {
  database: Database
  clock: Clock
  place: Place
  authorize(call: AwsCall, action: string, resource: string): void
  machines: MachineStore
  catalogue: Catalogue
}

interface Fields {
  name?: unknown
  stateMachineArn?: unknown
  definition?: unknown
  roleArn?: unknown
  type?: unknown
  publish?: unknown
  versionDescription?: unknown
  description?: unknown
  revisionId?: unknown
}

/** Creating and changing machines; templates do the same through provision. */
export function machineOperations(deps: MachineApiDeps) {
  const { database, clock, place, authorize, machines, catalogue } = deps

  function definitionOf(value: unknown): string {
    const text = requiredText(value, 'definition', Number.MAX_SAFE_INTEGER)
    catalogue.check(text)
    return text
  }

  /** Inside a write. */
  function publish(row: MachineRow, description: string | undefined) {
    const { arn, definition, roleArn, revisionId } = row
    const newest = machines.versions(arn, Number.MAX_SAFE_INTEGER, 1)[0]
    // as AWS: publishing what is published already gives the same version
    if (newest?.revisionId === revisionId) return versionAnswer(arn, newest.number, newest.createdAt)
    const createdAt = clock.now()
    const number = machines.nextVersion(arn)
    machines.putVersion({
      machineArn: arn,
      number,
      definition,
      roleArn,
      revisionId,
      createdAt,
      ...(description !== undefined && { description }),
    })
    return versionAnswer(arn, number, createdAt)
  }

  const versionAnswer = (arn: string, number: number, createdAt: number) => ({
    stateMachineVersionArn: `${arn}:${number}`,
    creationDate: seconds(createdAt),
  })

  const versionArnOf = (row: MachineRow, input: Fields) =>
    input.publish === true
      ? { stateMachineVersionArn: publish(row, descriptionOf(input)).stateMachineVersionArn }
      : {}

  function plainMachine(input: Fields, call: AwsCall, action: string): MachineRow {
    const ref = readMachineArn(input.stateMachineArn)
    const arn = input.stateMachineArn as string
    authorize(call, action, arn)
    if (ref.arn !== arn) throw new AwsError('InvalidArn', `Invalid Arn: '${arn}' is not a state machine`)
    return catalogue.find(ref, arn) as MachineRow
  }

  return {
    CreateStateMachine(input: Fields, call: AwsCall) {
      const name = checkName(requiredText(input.name, 'name', 80))
      const arn = machineArn(place, name)
      authorize(call, 'CreateStateMachine', arn)
      if (input.type !== undefined && input.type !== 'STANDARD')
        throw validation('The local cloud runs state machines of type STANDARD only.')
      const roleArn = requiredText(input.roleArn, 'roleArn', LONGEST_ARN)
      const text = definitionOf(input.definition)
      return database.write(() => {
        const known = machines.machine(arn)
        const definition = machines.putDefinition(text)
        if (known && (known.definition !== definition || known.roleArn !== roleArn))
          throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`)
        const row = known ?? {
          arn,
          name,
          definition,
          roleArn,
          revisionId: randomUUID(),
          createdAt: clock.now(),
        }
        machines.putMachine(row)
        return {
          stateMachineArn: arn,
          creationDate: seconds(row.createdAt),
          ...versionArnOf(row, input),
        }
      })
    },

    UpdateStateMachine(input: Fields, call: AwsCall) {
      const row = plainMachine(input, call, 'UpdateStateMachine')
      if (input.definition === undefined && input.roleArn === undefined)
        throw new AwsError(
          'MissingRequiredParameter',
          'Either the definition, the role ARN, or both must be given.',
        )
      const text = input.definition === undefined ? undefined : definitionOf(input.definition)
      const roleArn = optionalText(input.roleArn, 'roleArn', LONGEST_ARN) ?? row.roleArn
      return database.write(() => {
        const definition = text === undefined ? row.definition : machines.putDefinition(text)
        const changed = { ...row, definition, roleArn, revisionId: randomUUID() }
        machines.putMachine(changed)
        return {
          updateDate: seconds(clock.now()),
          revisionId: changed.revisionId,
          ...versionArnOf(changed, input),
        }
      })
    },

    PublishStateMachineVersion(input: Fields, call: AwsCall) {
      const row = plainMachine(input, call, 'PublishStateMachineVersion')
      if (input.revisionId !== undefined && input.revisionId !== row.revisionId)
        throw new AwsError(
          'ConflictException',
          'The machine has another revision than the one to be published.',
        )
      return database.write(() =>
        publish(row, optionalText(input.description, 'description', LONGEST_DESCRIPTION)),
      )
    },

    /** Executions under way run on: their definition is kept. */
    DeleteStateMachine(input: Fields, call: AwsCall) {
      const { arn } = readMachineArn(input.stateMachineArn)
      authorize(call, 'DeleteStateMachine', arn)
      return database.write(() => {
        machines.removeMachine(arn)
        machines.removeVersions(arn)
        return {}
      })
    },
  }
}

const descriptionOf = (input: Fields) =>
  optionalText(input.versionDescription, 'versionDescription', LONGEST_DESCRIPTION)
