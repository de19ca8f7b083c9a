import { createHash } from 'node:crypto'
import { physicalName } from '../assembly/names.ts'
import type { Clock } from '../clock/clock.ts'
import { AwsError } from '../kernel/aws.ts'
import { ofType, refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'
import { machineArn, readMachineArn } from './api/arns.ts'
import type { Catalogue } from './api/catalogue.ts'
import type { MachineStore, Routes } from './store/machines.ts'

const MACHINE = 'AWS::StepFunctions::StateMachine'
const VERSION = 'AWS::StepFunctions::StateMachineVersion'
const ALIAS = 'AWS::StepFunctions::StateMachineAlias'
const LONGEST_NAME = 80

type Properties = Record<string, unknown>

export const INERT = {
  [`${MACHINE}.LoggingConfiguration`]: 'the history of an execution is its log',
  [`${MACHINE}.TracingConfiguration`]: 'there is no X-Ray here',
  [`${MACHINE}.EncryptionConfiguration`]: 'the data folder is as safe as the disk it is on',
  [`${MACHINE}.Tags`]: 'no policy here asks for the tags of a machine',
  [`${ALIAS}.DeploymentPreference.Type`]: 'a new version takes over at once',
}

/** Same content, same id: the version published for it is found again after a restart. */
function revisionOf({ DefinitionString, Definition, DefinitionSubstitutions, RoleArn }: Properties): string {
  const content = JSON.stringify([DefinitionString, Definition, DefinitionSubstitutions, RoleArn])
  const hex = createHash('sha256').update(content).digest('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}

export function stateTypes(machines: MachineStore): ResourceType[] {
  return [
    {
      type: MACHINE,
      identify({ stack, logicalId, properties }, place: Place) {
        const name =
          (properties.StateMachineName as string | undefined) ??
          physicalName({ stack, logicalId }, LONGEST_NAME)
        const arn = machineArn(place, name)
        return {
          ref: arn,
          attributes: { Arn: arn, Name: name, StateMachineRevisionId: revisionOf(properties) },
        }
      },
    },
    {
      type: VERSION,
      identify({ stack, logicalId, properties }) {
        const { arn } = readMachineArn(properties.StateMachineArn)
        const published = `${stack}/${logicalId}/${properties.StateMachineRevisionId ?? ''}`
        const version = `${arn}:${machines.numberFor(arn, published)}`
        return { ref: version, attributes: { Arn: version } }
      },
    },
    {
      type: ALIAS,
      identify({ logicalId, properties }) {
        const [route] = routesOf(properties)
        if (!route) throw new AwsError('ValidationError', `${ALIAS} ${logicalId}: it routes to no version.`)
        const { arn } = readMachineArn(route.versionArn)
        const alias = `${arn}:${properties.Name as string}`
        return { ref: alias, attributes: { Arn: alias } }
      },
    },
  ]
}

function routesOf(properties: Properties): { versionArn: string; weight: number }[] {
  const preference = properties.DeploymentPreference as Properties | undefined
  if (preference) return [{ versionArn: preference.StateMachineVersionArn as string, weight: 100 }]
  const routes = (properties.RoutingConfiguration as Properties[] | undefined) ?? []
  return routes.map((route) => ({
    versionArn: route.StateMachineVersionArn as string,
    weight: Number(route.Weight),
  }))
}

/** The text of a machine's definition, its substitutions made. */
function definitionText(resource: Resource): string {
  const { DefinitionString: text, Definition: object, DefinitionSubstitutions } = resource.properties
  const source = typeof text === 'string' ? text : object && JSON.stringify(object)
  if (typeof source !== 'string')
    return refuseResource(
      resource,
      'it needs a DefinitionString or a Definition; documents in S3 are not read.',
    )
  const substitutions = (DefinitionSubstitutions ?? {}) as Record<string, unknown>
  return source.replace(/\$\{([A-Za-z0-9]+)\}/g, (whole, name: string) =>
    name in substitutions ? String(substitutions[name]) : whole,
  )
}

/** Makes machines, versions and aliases those of the template. Runs at the start, on its own. */
export function provisionStates(
  resources: Resource[],
  deps: { machines: MachineStore; catalogue: Catalogue; clock: Clock },
) {
  const { machines } = deps
  const described = ofType(resources, MACHINE)
  for (const resource of described) provisionMachine(resource, deps)
  const present = new Set(described.map((resource) => resource.ref))
  // executions under way, and versions, outlive their machine
  for (const { arn } of machines.machinesOfTemplate()) if (!present.has(arn)) machines.removeMachine(arn)
  for (const resource of ofType(resources, VERSION)) provisionVersion(resource, deps)
  machines.clearAliases()
  for (const resource of ofType(resources, ALIAS)) provisionAlias(resource, machines)
}

function provisionMachine(
  resource: Resource,
  { machines, catalogue, clock }: { machines: MachineStore; catalogue: Catalogue; clock: Clock },
) {
  refuseUnknownProperties(resource, [
    'DefinitionString',
    'Definition',
    'DefinitionSubstitutions',
    'RoleArn',
    'StateMachineName',
    'StateMachineType',
    'LoggingConfiguration',
    'TracingConfiguration',
    'EncryptionConfiguration',
    'Tags',
  ])
  const { StateMachineType: type, RoleArn: roleArn } = resource.properties
  if (type !== undefined && type !== 'STANDARD')
    refuseResource(resource, 'the local cloud runs state machines of type STANDARD only.')
  if (typeof roleArn !== 'string') refuseResource(resource, 'it needs a RoleArn.')
  const text = definitionText(resource)
  try {
    catalogue.check(text)
  } catch (error) {
    refuseResource(resource, (error as Error).message)
  }
  machines.putMachine({
    arn: resource.ref,
    name: resource.attributes.Name!,
    definition: machines.putDefinition(text),
    roleArn: roleArn as string,
    revisionId: resource.attributes.StateMachineRevisionId!,
    createdAt: machines.machine(resource.ref)?.createdAt ?? clock.now(),
    stack: resource.stack,
  })
}

function provisionVersion(resource: Resource, { machines, clock }: { machines: MachineStore; clock: Clock }) {
  refuseUnknownProperties(resource, ['StateMachineArn', 'StateMachineRevisionId', 'Description'])
  const { arn, version } = readMachineArn(resource.ref)
  const machine = machines.machine(arn)
  if (!machine) return refuseResource(resource, `the state machine ${arn} does not exist.`)
  const { Description: description } = resource.properties
  machines.putVersion({
    machineArn: arn,
    number: version!,
    definition: machine.definition,
    roleArn: machine.roleArn,
    revisionId: machine.revisionId,
    createdAt: clock.now(),
    ...(typeof description === 'string' && { description }),
  })
}

function provisionAlias(resource: Resource, machines: MachineStore) {
  refuseUnknownProperties(resource, ['Name', 'Description', 'RoutingConfiguration', 'DeploymentPreference'])
  const routes: Routes = routesOf(resource.properties).map(({ versionArn, weight }) => {
    const { arn, version } = readMachineArn(versionArn)
    if (version === undefined || !machines.version(arn, version))
      refuseResource(resource, `the version ${versionArn} does not exist.`)
    return { version: version as number, weight }
  })
  machines.putAlias(resource.ref, readMachineArn(resource.ref).arn, routes)
}
