import { timingSafeEqual } from 'node:crypto'
import type { AwsAnswer } from '../kernel/aws.ts'

export interface OperatorRequest {
  query: URLSearchParams
  /** Parsed JSON of the body; undefined when there is none. */
  body: unknown
}

/** An object is sent as JSON, a text as HTML. */
export type OperatorHandler = (request: OperatorRequest) => unknown | Promise<unknown>

/** Doors for whoever runs the local cloud: `/_local/…`, opened by the operator token or root's credentials. */
export interface Operator {
  readonly token: string
  route(method: 'GET' | 'POST', path: string, handler: OperatorHandler): void
  /** Whether the request shows the operator token, in its Authorization header or as `?token=` for a browser. */
  knows(authorization: string | undefined, query: URLSearchParams): boolean
  handle(method: string, path: string, query: URLSearchParams, body: Buffer): Promise<AwsAnswer>
}

export function createOperator(token: string): Operator {
  const routes = new Map<string, OperatorHandler>()
  const same = (given: string) =>
    given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))

  return {
    token,
    route: (method, path, handler) => void routes.set(`${method} /_local/${path}`, handler),
    knows(authorization, query) {
      const [, bearer] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? []
      return same(bearer ?? query.get('token') ?? '')
    },
    async handle(method, path, query, body) {
      const handler = routes.get(`${method} ${path}`)
      if (!handler)
        return json(404, { message: `There is no ${method} ${path}.`, routes: [...routes.keys()] })
      let parsed: unknown
      try {
        parsed = body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))
      } catch {
        return json(400, { message: 'The body is not valid JSON.' })
      }
      try {
        const answer = await handler({ query, body: parsed })
        if (typeof answer !== 'string') return json(200, answer ?? {})
        return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: answer }
      } catch (error) {
        return json(400, { message: (error as Error).message })
      }
    },
  }
}

const json = (status: number, value: unknown): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})
