import { randomUUID } from 'node:crypto'

/** Who calls. `root` is the operator of the local cloud (tests, tools); everyone else acts under a role of the template. */
export interface Principal {
  arn: string
  account: string
  root: boolean
  /** ARN of the role whose policies decide; absent for root. */
  roleArn?: string
  /** Session tags, as `aws:PrincipalTag/<key>` in conditions. */
  tags: Record<string, string>
}

/** One request to an AWS API, after its credentials were resolved. */
export interface AwsCall {
  /** Name in the credential scope: dynamodb, states, sts, s3, sqs, secretsmanager, ssm, kms, sns, ses, lambda, events … */
  service: string
  /** JSON protocols: `X-Amz-Target`; query protocol: `Action`; REST protocols: empty. */
  target: string
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: Buffer
  principal: Principal
  region: string
  requestId: string
}

export interface AwsAnswer {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}

/** An emulated AWS service, mounted on the one endpoint by the name of its credential scope. */
export interface AwsService {
  readonly name: string
  handle(call: AwsCall): Promise<AwsAnswer>
}

/** An error that AWS would answer: a code a client can switch on, a status, further fields of the error document. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly code: string
  readonly status: number
  readonly fields: Record<string, unknown>
  constructor(code: string, message: string, status = 400, fields: Record<string, unknown> = {}) {
    super(message)
    this.code = code
    this.status = status
    this.fields = fields
  }
}

/** The question every service asks before it acts; throws AwsError AccessDeniedException with AWS's sentence. */
export type Authorize = (
  principal: Principal,
  action: string,
  resources: string | string[],
  context?: Record<string, string | string[] | boolean>,
) => void

type Operation = (input: never, call: AwsCall) => unknown | Promise<unknown>

/** A service of the AWS JSON protocols: `operations` by name, the part of X-Amz-Target behind the dot. */
export function jsonService(options: {
  name: string
  version: '1.0' | '1.1'
  /** Prefix of error types on the wire, e.g. `com.amazonaws.dynamodb.v20120810#`; the clients read what is behind #. */
  errorPrefix?: string
  operations: Record<string, Operation>
}): AwsService {
  const headers = { 'content-type': `application/x-amz-json-${options.version}` }
  const prefix = options.errorPrefix ?? ''
  return {
    name: options.name,
    async handle(call) {
      const requestHeaders = { ...headers, 'x-amzn-requestid': call.requestId }
      try {
        const name = call.target.slice(call.target.lastIndexOf('.') + 1)
        const operation = options.operations[name]
        if (!operation)
          throw new AwsError(
            'UnknownOperationException',
            `The local cloud does not run ${options.name} ${name || '(no operation)'}.`,
          )
        const output = await operation(parseBody(call.body) as never, call)
        return { status: 200, headers: requestHeaders, body: JSON.stringify(output ?? {}) }
      } catch (error) {
        if (!(error instanceof AwsError)) throw error
        return {
          status: error.status,
          headers: requestHeaders,
          body: JSON.stringify({ __type: prefix + error.code, message: error.message, ...error.fields }),
        }
      }
    },
  }
}

function parseBody(body: Buffer): unknown {
  if (body.length === 0) return {}
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON.')
  }
}

export const newRequestId = () => randomUUID()
