import { type AwsAnswer, type AwsCall, AwsError } from '../kernel/aws.ts'
import { NotDurable } from '../kernel/database.ts'
import { toXml, type XmlValue } from '../kernel/xml.ts'

const XML = { 'content-type': 'application/xml' }

export const xmlAnswer = (
  name: string,
  content: XmlValue,
  headers: Record<string, string> = {},
  status = 200,
): AwsAnswer => ({
  status,
  headers: { ...XML, ...headers },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(`${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/"`, content)}`,
})

export const empty = (headers: Record<string, string> = {}, status = 200): AwsAnswer => ({
  status,
  headers,
  body: '',
})

export const accessDenied = (message = 'Access Denied') => new AwsError('AccessDenied', message, 403)
export const invalidArgument = (message: string) => new AwsError('InvalidArgument', message)
export const invalidRequest = (message: string) => new AwsError('InvalidRequest', message)
export const malformedXml = () =>
  new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  )
export const notImplemented = (what: string) =>
  new AwsError('NotImplemented', `The local cloud does not run ${what}.`, 501)
export const noSuchKey = (key: string) =>
  new AwsError('NoSuchKey', 'The specified key does not exist.', 404, { Key: key })
export const noSuchBucket = (name: string) =>
  new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404, { BucketName: name })
export const noSuchVersion = () => new AwsError('NoSuchVersion', 'The specified version does not exist.', 404)
export const noSuchUpload = () =>
  new AwsError(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    404,
  )
export const preconditionFailed = (condition: string) =>
  new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412, {
    Condition: condition,
  })

/** What S3 answers to an error; anything it would not answer itself is thrown on. */
export function errorAnswer(error: unknown, call: AwsCall): AwsAnswer {
  const known = asAwsError(error)
  if (call.method === 'HEAD' || known.status === 304) return empty({}, known.status)
  return {
    status: known.status,
    headers: XML,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml('Error', {
      Code: known.code,
      Message: known.message,
      ...(known.fields as Record<string, XmlValue>),
      Resource: call.path,
      RequestId: call.requestId,
    })}`,
  }
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError)
    return error.code === 'AccessDeniedException' ? accessDenied(error.message) : error
  if (error instanceof NotDurable || (error as NodeJS.ErrnoException)?.code === 'ENOSPC')
    return new AwsError('InternalError', `Nothing was stored: ${(error as Error).message}`, 500)
  throw error
}
