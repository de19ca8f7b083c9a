import type { Iam } from '../iam/iam.ts'
import { type AwsCall, AwsError, type AwsService, type Principal } from '../kernel/aws.ts'
import type { Place } from '../kernel/resource.ts'
import type { XmlValue } from '../kernel/xml.ts'
import { members, queryAnswer, queryError, required } from './query-protocol.ts'
import type { Sessions } from './sessions.ts'

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/'

/** AssumeRole with session tags, and GetCallerIdentity. */
export function createSts({
  iam,
  sessions,
  place,
}: {
  iam: Iam
  sessions: Sessions
  place: Place
}): AwsService {
  const actions: Record<string, (form: URLSearchParams, call: AwsCall) => XmlValue> = {
    AssumeRole: (form, call) => assumeRole(form, call),
    GetCallerIdentity: (_, { principal }) => ({
      UserId: principal.root ? place.account : userId(principal),
      Account: principal.account,
      Arn: principal.arn,
    }),
  }

  function assumeRole(form: URLSearchParams, { principal }: AwsCall): XmlValue {
    const request = readRequest(form, principal, sessions.transitiveTagKeysOf(principal))
    const role = iam.assume(principal, request)
    const seconds = durationOf(form, role.maxSessionSeconds, !principal.root)
    const arn = `arn:${place.partition}:sts::${place.account}:assumed-role/${role.name}/${request.sessionName}`
    const assumed: Principal = {
      arn,
      account: place.account,
      root: false,
      roleArn: role.arn,
      tags: request.tags,
    }
    const credentials = sessions.issue(assumed, seconds, request.transitiveTagKeys)
    return {
      AssumedRoleUser: { AssumedRoleId: userId(assumed), Arn: arn },
      Credentials: {
        AccessKeyId: credentials.accessKeyId,
        SecretAccessKey: credentials.secretAccessKey,
        SessionToken: credentials.sessionToken!,
        Expiration: new Date(credentials.expiresAt!).toISOString(),
      },
      PackedPolicySize: 1,
    }
  }

  return {
    name: 'sts',
    async handle(call) {
      try {
        const action = Object.hasOwn(actions, call.target) ? actions[call.target] : undefined
        if (!action)
          throw new AwsError(
            'InvalidAction',
            `The local cloud does not run sts ${call.target || '(no action)'}.`,
          )
        const form = new URLSearchParams(call.body.toString('utf8'))
        return queryAnswer(call.target, NAMESPACE, call.requestId, action(form, call))
      } catch (error) {
        if (!(error instanceof AwsError)) throw error
        const denied = error.code === 'AccessDeniedException'
        const shown = denied ? new AwsError('AccessDenied', error.message, 403) : error
        return queryError(shown, NAMESPACE, call.requestId)
      }
    },
  }
}

const userId = ({ roleArn = '', arn }: Principal) =>
  `${roleArn.slice(roleArn.lastIndexOf('/') + 1)}:${arn.slice(arn.lastIndexOf('/') + 1)}`

function readRequest(form: URLSearchParams, caller: Principal, inherited: string[]) {
  const sessionName = required(form, 'RoleSessionName')
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) throw invalid('roleSessionName', sessionName)
  if (form.has('Policy') || form.has('PolicyArns.member.1.arn'))
    throw new AwsError('ValidationError', 'The local cloud does not run session policies.')
  const given = members(form, 'Tags').map(({ Key: key = '', Value: value = '' }) => [key, value] as const)
  if (given.length > 50) throw invalid('tags', `${given.length} tags`)
  for (const [key, value] of given) {
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(key)) throw invalid('tags', key)
    if (!/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u.test(value)) throw invalid('tags', value)
    if (inherited.includes(key))
      throw new AwsError('AccessDenied', `The tag ${key} is transitive and cannot be changed.`, 403)
  }
  const keys = given.map(([key]) => key.toLowerCase())
  if (new Set(keys).size !== keys.length)
    throw new AwsError(
      'InvalidParameterValue',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
    )
  const tags = Object.fromEntries([...inherited.map((key) => [key, caller.tags[key] ?? '']), ...given])
  const transitive = members(form, 'TransitiveTagKeys').map((member) => member[''] ?? '')
  const externalId = form.get('ExternalId')
  return {
    roleArn: required(form, 'RoleArn'),
    sessionName,
    tags,
    transitiveTagKeys: [...new Set([...inherited, ...transitive])],
    ...(externalId ? { externalId } : {}),
  }
}

/** 15 minutes to the role's limit; a session that comes from another role lives an hour at most. */
function durationOf(form: URLSearchParams, longest: number, chained: boolean): number {
  const seconds = Number(form.get('DurationSeconds') ?? 3600)
  const limit = chained ? 3600 : longest
  if (!Number.isInteger(seconds) || seconds < 900 || seconds > limit)
    throw new AwsError(
      'ValidationError',
      `The requested DurationSeconds exceeds the limit of ${limit} seconds or is below 900.`,
    )
  return seconds
}

const invalid = (name: string, value: string) =>
  new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint`,
  )
