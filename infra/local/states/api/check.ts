import { AwsError } from '../../kernel/aws.ts'
import { PAYLOAD_LIMIT_BYTES, parseJson } from '../language/json.ts'

export const validation = (message: string) => new AwsError('ValidationException', message)

const LONGEST_NAME = 80
const FORBIDDEN_IN_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u
const LARGEST_PAGE = 1000
const DEFAULT_PAGE = 100

/** An optional text of the request, at most `longest` characters. */
export function optionalText(value: unknown, field: string, longest: number): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' || value.length > longest)
    throw validation(`Value at '${field}' must be a string of at most ${longest} characters.`)
  return value
}

export function requiredText(value: unknown, field: string, longest: number): string {
  const text = optionalText(value, field, longest)
  if (text) return text
  throw validation(`Value at '${field}' failed to satisfy constraint: Member must not be null or empty.`)
}

export function checkName(name: string): string {
  if (name.length > LONGEST_NAME || FORBIDDEN_IN_NAME.test(name))
    throw new AwsError('InvalidName', `Invalid Name: '${name}'`)
  return name
}

/** Input or output of an execution or task: a JSON text of at most 256 KiB. */
export function checkPayload(text: string, refuse: (reason: string) => AwsError): string {
  if (Buffer.byteLength(text) > PAYLOAD_LIMIT_BYTES)
    throw validation(`Member must have length less than or equal to ${PAYLOAD_LIMIT_BYTES} bytes.`)
  if (!parseJson(text)) throw refuse(text.length > 200 ? `${text.slice(0, 200)}…` : text)
  return text
}

export function pageSize(value: unknown): number {
  if (value === undefined || value === 0) return DEFAULT_PAGE
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST_PAGE) return value
  throw validation(`Value at 'maxResults' must be a whole number between 0 and ${LARGEST_PAGE}.`)
}

export const writePage = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url')

/** The position a nextToken stands for; `fits` tells whether it is one of this listing. */
export function readPage<T>(token: unknown, fits: (position: unknown) => position is T): T | undefined {
  if (token === undefined || token === null) return undefined
  const text = typeof token === 'string' ? Buffer.from(token, 'base64url').toString('utf8') : ''
  const position = parseJson(text)?.value
  if (fits(position)) return position
  throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'")
}

/** JSON protocols write instants as seconds. */
export const seconds = (milliseconds: number) => Math.floor(milliseconds) / 1000
