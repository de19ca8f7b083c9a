import { type AwsAnswer, type AwsCall, AwsError, type AwsService } from '../kernel/aws.ts'
import { toXml, type XmlValue } from '../kernel/xml.ts'

/** Parameters of the query protocol as a tree: `A.entry.1.Name=x` is `{ A: [{ Name: 'x' }] }`. */
export type QueryInput = { [name: string]: QueryValue | undefined }
export type QueryValue = string | QueryInput | QueryValue[]

const MOST_LIST_ENTRIES = 1000

export function readQuery(parameters: URLSearchParams): QueryInput {
  const root: QueryInput = {}
  for (const [name, value] of parameters) {
    const path = name.split('.').filter((part) => part !== 'member' && part !== 'entry')
    if (path.some((part) => part === '__proto__')) continue
    place(root, path, value)
  }
  return lists(root) as QueryInput
}

function place(node: QueryInput, [head = '', ...rest]: string[], value: string) {
  if (rest.length === 0) {
    node[head] = value
    return
  }
  const child = node[head]
  const inner: QueryInput = typeof child === 'object' && !Array.isArray(child) ? child : {}
  node[head] = inner
  place(inner, rest, value)
}

/** Objects whose names are all numbers were lists. */
function lists(node: QueryValue): QueryValue {
  if (typeof node === 'string' || Array.isArray(node)) return node
  const entries = Object.entries(node)
  const numbered = entries.length > 0 && entries.every(([name]) => /^[1-9]\d*$/.test(name))
  if (numbered && entries.length <= MOST_LIST_ENTRIES)
    return entries.sort(([one], [other]) => Number(one) - Number(other)).map(([, value]) => lists(value!))
  return Object.fromEntries(entries.map(([name, value]) => [name, lists(value!)]))
}

type Operation = (input: QueryInput, call: AwsCall) => Promise<XmlValue>

/** A service of the AWS query protocol: form in, XML out. */
export function queryService(options: {
  name: string
  namespace: string
  operations: Record<string, Operation>
}): AwsService {
  const { name, namespace, operations } = options
  const answer = (status: number, root: string, content: XmlValue): AwsAnswer => ({
    status,
    headers: { 'content-type': 'text/xml' },
    body: toXml(`${root} xmlns="${namespace}"`, content),
  })
  return {
    name,
    async handle(call) {
      try {
        const parameters = new URLSearchParams(call.body.toString('utf8'))
        const action = parameters.get('Action') ?? call.query.get('Action') ?? ''
        const operation = operations[action]
        if (!operation)
          throw new AwsError(
            'InvalidAction',
            `The local cloud does not run ${name} ${action || '(no operation)'}.`,
          )
        const result = await operation(readQuery(parameters), call)
        return answer(200, `${action}Response`, {
          [`${action}Result`]: result,
          ResponseMetadata: { RequestId: call.requestId },
        })
      } catch (error) {
        if (!(error instanceof AwsError)) throw error
        const denied = error.code === 'AccessDeniedException'
        return answer(denied ? 403 : error.status, 'ErrorResponse', {
          Error: {
            Type: error.status >= 500 ? 'Receiver' : 'Sender',
            Code: denied ? 'AuthorizationError' : error.code,
            Message: error.message,
          },
          RequestId: call.requestId,
        })
      }
    },
  }
}
