import { createHash } from 'node:crypto'
import { AwsError } from '../kernel/aws.ts'

/** One attribute as the JSON protocol carries it; binary values are base64. */
export interface MessageAttribute {
  DataType: string
  StringValue?: string
  BinaryValue?: string
}
export type MessageAttributes = Record<string, MessageAttribute>

export const md5Hex = (data: string | Buffer) => createHash('md5').update(data).digest('hex')

/** The digest clients compare: names sorted, each with type and value, every piece preceded by its length. */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort()
  if (names.length === 0) return undefined
  const hash = createHash('md5')
  const piece = (data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    hash.update(length).update(data)
  }
  for (const name of names) {
    const attribute = attributes[name]!
    piece(Buffer.from(name))
    piece(Buffer.from(attribute.DataType))
    const binary = attribute.DataType.startsWith('Binary')
    hash.update(Buffer.from([binary ? 2 : 1]))
    piece(
      binary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''),
    )
  }
  return hash.digest('hex')
}

const MOST_ATTRIBUTES = 10

export function checkAttributes(attributes: MessageAttributes) {
  const entries = Object.entries(attributes)
  if (entries.length > MOST_ATTRIBUTES)
    throw invalid(`Number of message attributes [${entries.length}] exceeds the allowed maximum [10].`)
  for (const [name, { DataType, StringValue, BinaryValue }] of entries) {
    if (!/^(String|Number|Binary)(\..+)?$/.test(DataType ?? ''))
      throw invalid(
        `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
      )
    if (!(DataType.startsWith('Binary') ? BinaryValue : StringValue))
      throw invalid(`The message attribute '${name}' must contain a non-empty value of its type.`)
  }
}

// XML 1.0 characters, as SQS allows
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Throws what SQS throws for a body that is empty, too long with its attributes, or holds forbidden characters. */
export function checkBody(
  body: unknown,
  attributes: MessageAttributes,
  mostBytes: number,
): asserts body is string {
  if (typeof body !== 'string')
    throw new AwsError('MissingParameter', 'The request must contain the parameter MessageBody.')
  if (body === '') throw invalid('The request must contain a non-empty message body.')
  if (FORBIDDEN.test(body))
    throw new AwsError(
      'InvalidMessageContents',
      'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF',
    )
  if (sizeOf(body, attributes) > mostBytes)
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${mostBytes} bytes.`,
    )
}

export function sizeOf(body: string, attributes: MessageAttributes): number {
  let size = Buffer.byteLength(body)
  for (const [name, { DataType, StringValue, BinaryValue }] of Object.entries(attributes))
    size +=
      Buffer.byteLength(name + DataType + (StringValue ?? '')) +
      Buffer.from(BinaryValue ?? '', 'base64').length
  return size
}

export const invalid = (message: string) => new AwsError('InvalidParameterValue', message)

export const sequenceNumber = (seq: number) => String(seq).padStart(20, '0')
