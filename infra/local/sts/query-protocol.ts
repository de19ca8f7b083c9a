import { type AwsAnswer, AwsError } from '../kernel/aws.ts'
import { escapeXml, toXml, type XmlValue } from '../kernel/xml.ts'

/** The answer document of a query-protocol action. */
export function queryAnswer(
  action: string,
  namespace: string,
  requestId: string,
  result: XmlValue,
): AwsAnswer {
  const body = `<${action}Response xmlns="${namespace}">${toXml(`${action}Result`, result)}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`
  return { status: 200, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }, body }
}

/** The error document of a query-protocol service. */
export function queryError(error: AwsError, namespace: string, requestId: string): AwsAnswer {
  const type = error.status < 500 ? 'Sender' : 'Receiver'
  const body = `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  return {
    status: error.status,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body,
  }
}

/** Members of a list parameter: `Tags.member.1.Key` → one record per number, in order. */
export function members(form: URLSearchParams, name: string): Record<string, string>[] {
  const found = new Map<number, Record<string, string>>()
  for (const [key, value] of form) {
    const [, index, field = ''] = new RegExp(`^${name}\\.member\\.(\\d+)(?:\\.(\\w+))?$`).exec(key) ?? []
    if (index === undefined) continue
    const member = found.get(Number(index)) ?? {}
    member[field] = value
    found.set(Number(index), member)
  }
  return [...found].sort(([a], [b]) => a - b).map(([, member]) => member)
}

export function required(form: URLSearchParams, name: string): string {
  const value = form.get(name)
  if (value) return value
  throw new AwsError(
    'ValidationError',
    `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
  )
}
