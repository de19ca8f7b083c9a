import { physicalName } from '../assembly/names.ts'
import type { Place, Resource, ResourceType } from '../kernel/resource.ts'
import { parsePolicy, type Statement } from './policy.ts'

/** A role of the template with everything that decides for it. */
export interface Role {
  arn: string
  name: string
  /** What its sessions may do. */
  policies: Statement[]
  /** When there is a boundary, it must allow too. */
  boundary: Statement[] | undefined
  /** Who may become it. */
  trust: Statement[]
  maxSessionSeconds: number
}

type Json = Record<string, unknown>

const nameOf = (resource: Pick<Resource, 'stack' | 'logicalId' | 'properties'>, property: string) => {
  const given = resource.properties[property]
  return typeof given === 'string' ? given : physicalName(resource)
}

export const iamTypes: ResourceType[] = [
  {
    type: 'AWS::IAM::Role',
    identify(resource, { partition, account }) {
      const name = nameOf(resource, 'RoleName')
      const path = String(resource.properties.Path ?? '/')
      const id = `AROA${physicalName(resource)
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .slice(-17)
        .padStart(17, 'X')}`
      return {
        ref: name,
        attributes: { Arn: `arn:${partition}:iam::${account}:role${path}${name}`, RoleId: id },
      }
    },
  },
  {
    type: 'AWS::IAM::ManagedPolicy',
    identify(resource, { partition, account }) {
      const path = String(resource.properties.Path ?? '/')
      const arn = `arn:${partition}:iam::${account}:policy${path}${nameOf(resource, 'ManagedPolicyName')}`
      return { ref: arn, attributes: { PolicyArn: arn, PolicyId: physicalName(resource) } }
    },
  },
  {
    type: 'AWS::IAM::Policy',
    identify: (resource) => ({ ref: physicalName(resource), attributes: { Id: physicalName(resource) } }),
  },
]

/** Policies of AWS that templates attach: their documents are known here, others are refused by name. */
const awsManaged = new Map<string, Json>([
  [
    'service-role/AWSLambdaBasicExecutionRole',
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: '*',
        },
      ],
    },
  ],
])

/** Puts the roles of an assembly together from AWS::IAM::Role, ::Policy and ::ManagedPolicy. */
export function readRoles(resources: Resource[], place: Place): Map<string, Role> {
  const documents = managedDocuments(resources, place)
  const managed = (arn: string, where: string): Statement[] => {
    const document = documents.get(arn)
    if (!document) throw new Error(`${where} uses the policy ${arn}, which the local cloud does not know.`)
    return parsePolicy(document, `Policy ${arn}`)
  }
  const roles = new Map<string, Role>()
  for (const resource of resources.filter(({ type }) => type === 'AWS::IAM::Role')) {
    const { properties } = resource
    const where = `Role ${resource.logicalId} of stack ${resource.stack}`
    const inline = list(properties.Policies).map((policy) => (policy as Json).PolicyDocument)
    const boundary = properties.PermissionsBoundary
    roles.set(resource.ref, {
      arn: resource.attributes.Arn!,
      name: resource.ref,
      policies: [
        ...inline.flatMap((document) => parsePolicy(document, where)),
        ...list(properties.ManagedPolicyArns).flatMap((arn) => managed(String(arn), where)),
      ],
      boundary: boundary === undefined ? undefined : managed(String(boundary), where),
      trust: parsePolicy(properties.AssumeRolePolicyDocument, `The trust policy of ${where}`),
      maxSessionSeconds: Number(properties.MaxSessionDuration ?? 3600),
    })
  }
  attach(resources, roles)
  return new Map([...roles.values()].map((role) => [role.arn, role]))
}

function managedDocuments(resources: Resource[], { partition }: Place): Map<string, unknown> {
  const documents = new Map<string, unknown>()
  for (const [name, document] of awsManaged)
    documents.set(`arn:${partition}:iam::aws:policy/${name}`, document)
  for (const { type, ref, properties } of resources)
    if (type === 'AWS::IAM::ManagedPolicy') documents.set(ref, properties.PolicyDocument)
  return documents
}

/** Policies that name their roles, instead of roles that name their policies. */
function attach(resources: Resource[], roles: Map<string, Role>) {
  for (const { type, logicalId, stack, properties } of resources) {
    if (type !== 'AWS::IAM::Policy' && type !== 'AWS::IAM::ManagedPolicy') continue
    const where = `Policy ${logicalId} of stack ${stack}`
    if (list(properties.Users).length > 0 || list(properties.Groups).length > 0)
      throw new Error(`${where} is attached to users or groups; only roles run here.`)
    const statements = parsePolicy(properties.PolicyDocument, where)
    for (const name of list(properties.Roles)) {
      const role = roles.get(String(name))
      if (!role) throw new Error(`${where} is attached to the role ${String(name)}, which no stack declares.`)
      role.policies.push(...statements)
    }
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
