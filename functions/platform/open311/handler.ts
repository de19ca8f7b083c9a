import { randomUUID } from 'node:crypto'
import middy from '@middy/core'
import { preferredLanguage } from '#shared/kernel/language'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { OPEN311_PATH } from '#shared/open311/georeport'
import type { Door } from '../../open311/ports.ts'
import { Busy } from '../busy.ts'
import { config } from '../config.ts'
import { securityHeaders } from '../http/answer.ts'
import type { HttpAnswer, HttpEvent } from '../http/exchange.ts'
import { Refused } from '../http/refused.ts'
import { log } from '../log.ts'
import { readForm } from './read-form.ts'
import { contentTypes, writeDocument } from './write-document.ts'

/** Before Lambda would cut the function off, the door says itself that it is busy. */
const ANSWER_BEFORE_CUT_MS = 500
const PATH = /^(.*)\.(json|xml|jpg)$/

/** The door of other systems behind the HTTP API: forms in, JSON or XML out, refusals in the specification's own form. */
export function createOpen311Handler(open: (endpoint: string) => Door) {
  const { answer, refusalDocument } = open(`${config('API_ORIGIN')}${OPEN311_PATH}`)

  async function use(event: HttpEvent): Promise<HttpAnswer> {
    const [, path] = PATH.exec(event.rawPath.slice(OPEN311_PATH.length + 1)) ?? []
    if (path === undefined) return refused(event, refuse('unknown-path'))
    try {
      const { fields, files } = await readForm(event)
      const { http } = event.requestContext
      const reply = await answer({
        method: http.method,
        path,
        query: new URLSearchParams(event.rawQueryString),
        form: fields,
        files,
        key: event.headers['idempotency-key'],
        network: http.sourceIp,
        language: languageOf(event),
      })
      if (isRefusal(reply)) return refused(event, reply)
      if ('location' in reply)
        return { statusCode: 302, headers: { ...securityHeaders, location: reply.location }, body: '' }
      return written(event, 200, reply)
    } catch (error) {
      if (error instanceof Refused) return refused(event, error.refusal)
      if (error instanceof Busy) return refused(event, refuse('busy'))
      throw error
    }
  }

  function refused(event: HttpEvent, refusal: Refusal): HttpAnswer {
    const { status, document } = refusalDocument(refusal, languageOf(event), numberOf(event))
    return written(event, status, document)
  }

  return middy<HttpEvent, HttpAnswer>({
    timeoutEarlyInMillis: ANSWER_BEFORE_CUT_MS,
    timeoutEarlyResponse: () => {
      throw new Busy('the function ran out of time')
    },
  })
    .onError((request) => {
      const { event, error } = request
      if (error instanceof Busy) request.response = refused(event, refuse('busy'))
      else {
        const errorNumber = numberOf(event)
        log.error('unexpected error', error, { route: 'open311', errorNumber })
        const { status, document } = refusalDocument('unexpected', languageOf(event), errorNumber)
        request.response = written(event, status, document)
      }
    })
    .handler(use)
}

const languageOf = ({ headers }: HttpEvent) => preferredLanguage(headers['accept-language'])
const numberOf = ({ requestContext }: HttpEvent) => requestContext.requestId || randomUUID()

/** Of what has no format that we know, JSON. */
function written(
  event: HttpEvent,
  statusCode: number,
  document: Parameters<typeof writeDocument>[0],
): HttpAnswer {
  const format = event.rawPath.endsWith('.xml') ? 'xml' : 'json'
  return {
    statusCode,
    headers: {
      ...securityHeaders,
      'content-type': contentTypes[format],
      'content-language': languageOf(event) === 'zh' ? 'zh-CN' : 'en',
      vary: 'Accept-Language',
      ...(statusCode === 429 && { 'retry-after': '60' }),
    },
    body: writeDocument(document, format),
  }
}
