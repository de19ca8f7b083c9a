import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { arnOf, physicalName } from '../assembly/names.ts'
import { refuseResource, refuseUnknownProperties } from '../kernel/part.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'

/** A function of the template, ready to run. */
export interface FunctionConfig {
  name: string
  arn: string
  runtime: string
  handler: string
  taskRoot: string
  roleArn: string
  environment: Record<string, string>
  memoryMb: number
  timeoutMs: number
  /** Undefined: shares the account's concurrency. */
  reservedConcurrency: number | undefined
  isolation: 'thread' | 'process'
  /**
   * Invocations that one sandbox runs at once: 1, as in Lambda, unless the template's hint says that the function does
   * no more than pass requests on.
   */
  slots: number
  deadLetterArn: string | undefined
  logGroup: string
}

const functionName = ({ properties, ...resource }: Pick<Resource, 'stack' | 'logicalId' | 'properties'>) =>
  typeof properties.FunctionName === 'string' ? properties.FunctionName : physicalName(resource)

/** Name of a function from its name or any of its ARNs, and the qualifier that may follow. */
export function parseFunctionReference(reference: string): { name: string; qualifier: string | undefined } {
  const [, ofArn] = /^arn:[^:]+:lambda:[^:]*:[^:]*:function:(.+)$/.exec(reference) ?? []
  const [name = '', qualifier] = (ofArn ?? reference).split(':')
  return { name, qualifier }
}

export const lambdaTypes: ResourceType[] = [
  {
    type: 'AWS::Lambda::Function',
    identify(resource, place) {
      const name = functionName(resource)
      return { ref: name, attributes: { Arn: arnOf(place, 'lambda', `function:${name}`) } }
    },
  },
  {
    // one assembly holds one state of the code: it is version 1 as well as $LATEST
    type: 'AWS::Lambda::Version',
    identify({ properties }, place) {
      const { name } = parseFunctionReference(String(properties.FunctionName))
      const arn = arnOf(place, 'lambda', `function:${name}:1`)
      return { ref: arn, attributes: { FunctionArn: arn, Version: '1' } }
    },
  },
  {
    type: 'AWS::Lambda::Alias',
    identify({ properties }, place) {
      const { name } = parseFunctionReference(String(properties.FunctionName))
      const arn = arnOf(place, 'lambda', `function:${name}:${String(properties.Name)}`)
      return { ref: arn, attributes: { AliasArn: arn } }
    },
  },
  {
    type: 'AWS::Lambda::EventSourceMapping',
    identify: (resource) => {
      const id = physicalName(resource)
      return { ref: id, attributes: { Id: id } }
    },
  },
  {
    type: 'AWS::Lambda::EventInvokeConfig',
    identify: (resource) => ({ ref: physicalName(resource), attributes: {} }),
  },
]

const KNOWN = [
  ...[
    'Code',
    'Handler',
    'Runtime',
    'Role',
    'FunctionName',
    'Environment',
    'MemorySize',
    'Timeout',
    'PackageType',
  ],
  ...['ReservedConcurrentExecutions', 'DeadLetterConfig', 'Layers'],
  // no effect on one machine
  ...[
    'Description',
    'Tags',
    'Architectures',
    'TracingConfig',
    'KmsKeyArn',
    'LoggingConfig',
    'EphemeralStorage',
  ],
  ...['RuntimeManagementConfig', 'CodeSigningConfigArn', 'RecursiveLoop', 'SnapStart', 'VpcConfig'],
]

/** Reads AWS::Lambda::Function; inline code is written below `codeFolder`. Throws for what does not run here. */
export function readFunction(
  resource: Resource,
  bundleOf: (resource: Resource) => string | undefined,
  codeFolder: string,
  place: Place,
): FunctionConfig {
  refuseUnknownProperties(resource, KNOWN)
  const { properties, metadata } = resource
  const runtime = String(properties.Runtime ?? '')
  if (properties.PackageType === 'Image')
    refuseResource(resource, 'functions from container images do not run here.')
  if (!/^nodejs\d+\.x$/.test(runtime))
    refuseResource(resource, `the runtime ${runtime} does not run here; Node does.`)
  if ([properties.Layers ?? []].flat().length > 0) refuseResource(resource, 'layers do not run here.')
  const hint = (metadata['local-cloud'] ?? {}) as { isolation?: string; concurrency?: number }
  const reserved = properties.ReservedConcurrentExecutions
  const deadLetter = (properties.DeadLetterConfig as { TargetArn?: string } | undefined)?.TargetArn
  const logging = (properties.LoggingConfig ?? {}) as { LogGroup?: string }
  return {
    name: resource.ref,
    arn: resource.attributes.Arn ?? arnOf(place, 'lambda', `function:${resource.ref}`),
    runtime,
    handler: String(properties.Handler),
    taskRoot: codeOf(resource, bundleOf, codeFolder),
    roleArn: String(properties.Role),
    environment: environmentOf(resource),
    memoryMb: Number(properties.MemorySize ?? 128),
    timeoutMs: Number(properties.Timeout ?? 3) * 1000,
    reservedConcurrency: reserved === undefined ? undefined : Number(reserved),
    isolation: hint.isolation === 'process' ? 'process' : 'thread',
    slots: hint.concurrency ?? 1,
    deadLetterArn: deadLetter,
    logGroup: logging.LogGroup ?? `/aws/lambda/${resource.ref}`,
  }
}

function environmentOf(resource: Resource): Record<string, string> {
  const { Variables: variables = {} } = (resource.properties.Environment ?? {}) as {
    Variables?: Record<string, unknown>
  }
  const bytes = Buffer.byteLength(JSON.stringify(variables))
  if (bytes > 4096) refuseResource(resource, `its environment has ${bytes} bytes; Lambda allows 4,096.`)
  return Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, String(value)]))
}

function codeOf(
  resource: Resource,
  bundleOf: (resource: Resource) => string | undefined,
  codeFolder: string,
): string {
  const code = (resource.properties.Code ?? {}) as { ZipFile?: string; S3Key?: string }
  if (code.ZipFile !== undefined) {
    const folder = join(codeFolder, resource.ref)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.js'), code.ZipFile)
    return folder
  }
  const path = bundleOf(resource)
  if (path === undefined || !existsSync(path))
    return refuseResource(resource, `its code ${path ?? code.S3Key ?? ''} is not in the assembly.`)
  if (!statSync(path).isDirectory()) refuseResource(resource, `its code ${path} is not a folder.`)
  return path
}
