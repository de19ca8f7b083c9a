import { type AwsAnswer, AwsError } from '../kernel/aws.ts'
import { NotDurable } from '../kernel/database.ts'
import { escapeXml } from '../kernel/xml.ts'
import { queryError } from '../sts/query-protocol.ts'

type Protocol = 'json' | 'rest-json' | 'query' | 'rest-xml'

/** Services whose errors are not documents of the AWS JSON protocol. */
const protocols: Record<string, Protocol> = {
  s3: 'rest-xml',
  sts: 'query',
  sns: 'query',
  lambda: 'rest-json',
  ses: 'rest-json',
  scheduler: 'rest-json',
}

export const protocolOf = (service: string): Protocol =>
  Object.hasOwn(protocols, service) ? protocols[service]! : 'json'

/** What the client of this service reads as an error. */
export function errorAnswer(service: string, error: AwsError, requestId: string): AwsAnswer {
  const { code, message, status, fields } = error
  const headers = { 'x-amzn-requestid': requestId }
  switch (protocolOf(service)) {
    case 'query':
      return queryError(forXml(error), `https://${service}.amazonaws.com/doc/`, requestId)
    case 'rest-xml': {
      const shown = forXml(error)
      const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${escapeXml(shown.code)}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId></Error>`
      return { status: shown.status, headers: { ...headers, 'content-type': 'application/xml' }, body }
    }
    case 'rest-json':
      return {
        status: code === 'AccessDeniedException' ? 403 : status,
        headers: { ...headers, 'content-type': 'application/json', 'x-amzn-errortype': code },
        body: JSON.stringify({ message, ...fields }),
      }
    case 'json':
      return {
        status,
        headers: { ...headers, 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify({ __type: code, message, ...fields }),
      }
  }
}

/** The XML services have older names for the same refusals. */
const xmlNames: Record<string, string> = {
  AccessDeniedException: 'AccessDenied',
  UnrecognizedClientException: 'InvalidClientTokenId',
  ExpiredTokenException: 'ExpiredToken',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  ThrottlingException: 'Throttling',
  InternalServerError: 'InternalFailure',
}

function forXml({ code, message, status, fields }: AwsError): AwsError {
  const name = Object.hasOwn(xmlNames, code) ? xmlNames[code]! : code
  const refused = name !== code && status === 400 && name !== 'Throttling'
  return new AwsError(name, message, refused ? 403 : status, fields)
}

/** Whatever a service threw, as an error document: an unforeseen error is told as such, never a broken connection. */
export function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error
  const reason = (error as Error)?.message ?? String(error)
  if (error instanceof NotDurable) {
    const full = /disk is full|ENOSPC/i.test(reason)
    const sentence = full
      ? 'The disk of the data folder is full: nothing was written. Reads go on; free some space and try again.'
      : `Nothing was written: ${reason}`
    return new AwsError('InternalServerError', sentence, 500)
  }
  return new AwsError('InternalServerError', `The local cloud failed: ${reason}`, 500)
}
