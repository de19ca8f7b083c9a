import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../clock/clock.ts'
import type { HttpAnswer } from './answer.ts'

export interface OwnRequest {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly clock: Clock
}

/**
 * What the runner itself answers at the address of the APIs, by `METHOD /path`, before the assembly is asked: doors that
 * no deployed stack has. Unlike a function, they may wait for the clock.
 */
export type OwnRoutes = Readonly<Record<string, (request: OwnRequest) => HttpAnswer | Promise<HttpAnswer>>>
