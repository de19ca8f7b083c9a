import { invalid } from '../errors.ts'

/** A number of DynamoDB: ±d.ddd × 10^exponent. `digits` has no zero at either end; zero itself has none at all. */
export interface Decimal {
  negative: boolean
  digits: string
  exponent: number
}

const MAX_DIGITS = 38
const MAX_EXPONENT = 125
const MIN_EXPONENT = -130
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/
const ZERO: Decimal = { negative: false, digits: '', exponent: 0 }

/** Reads the text of an N value; throws ValidationException for what is no number or out of range. */
export function parseDecimal(text: string): Decimal {
  if (text === '') throw invalid('The parameter cannot be converted to a numeric value')
  const match = NUMBER.exec(text)
  if (!match) throw notANumber(text)
  const [, sign, whole = '', fraction = '', power = '0'] = match
  if (whole === '' && fraction === '') throw notANumber(text)
  return bounded(sign === '-', whole + fraction, whole.length - 1 + Number(power))
}

const notANumber = (text: string) => invalid(`The parameter cannot be converted to a numeric value: ${text}`)

/** `raw` may carry zeros at both ends; `exponent` is that of its first digit. */
function bounded(negative: boolean, raw: string, exponent: number): Decimal {
  let start = 0
  while (raw.charCodeAt(start) === 48) start++
  if (start === raw.length) return ZERO
  let end = raw.length
  while (raw.charCodeAt(end - 1) === 48) end--
  const first = exponent - start
  if (first > MAX_EXPONENT)
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range')
  if (first < MIN_EXPONENT)
    throw invalid(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    )
  if (end - start > MAX_DIGITS)
    throw invalid('Attempting to store more than 38 significant digits in a Number')
  return { negative, digits: raw.slice(start, end), exponent: first }
}

/** Plain notation without an exponent, the one text of a value: equal numbers have equal texts. */
export function formatDecimal({ negative, digits, exponent }: Decimal): string {
  if (digits === '') return '0'
  const sign = negative ? '-' : ''
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
  if (digits.length <= exponent + 1) return sign + digits.padEnd(exponent + 1, '0')
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`
}

// the texts of small whole numbers, by far the most frequent, are their own normal form
const SMALL_WHOLE = /^(?:0|-?[1-9]\d{0,14})$/

/** The one text of the number that `text` writes; throws like {@link parseDecimal}. */
export const normalizeNumber = (text: string) =>
  SMALL_WHOLE.test(text) ? text : formatDecimal(parseDecimal(text))

export const addNumbers = (left: string, right: string) => sum(parseDecimal(left), parseDecimal(right))

export function subtractNumbers(left: string, right: string): string {
  const subtrahend = parseDecimal(right)
  return sum(parseDecimal(left), { ...subtrahend, negative: !subtrahend.negative })
}

function sum(left: Decimal, right: Decimal): string {
  const unit = Math.min(lastExponent(left), lastExponent(right))
  const total = coefficient(left, unit) + coefficient(right, unit)
  const text = (total < 0n ? -total : total).toString()
  return formatDecimal(bounded(total < 0n, text, unit + text.length - 1))
}

const lastExponent = ({ digits, exponent }: Decimal) => (digits === '' ? 0 : exponent - digits.length + 1)

function coefficient(value: Decimal, unit: number): bigint {
  if (value.digits === '') return 0n
  const whole = BigInt(value.digits) * 10n ** BigInt(lastExponent(value) - unit)
  return value.negative ? -whole : whole
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compareNumbers(left: string, right: string): number {
  if (left === right) return 0
  if (left.length < 16 && right.length < 16) return Number(left) - Number(right)
  return Buffer.compare(encodeNumber(left), encodeNumber(right))
}

const ZERO_KEY = Buffer.from([1])

/**
 * Bytes that sort as the numbers do: a byte for the sign, one for the exponent, then two digits per byte.
 * Negative numbers are complemented and closed with 0xff, so that the longer one is the smaller one.
 */
export function encodeNumber(text: string): Buffer {
  const { negative, digits, exponent } = parseDecimal(text)
  if (digits === '') return ZERO_KEY
  const pairs = Math.ceil(digits.length / 2)
  const bytes = Buffer.alloc(2 + pairs + (negative ? 1 : 0), 0xff)
  bytes[0] = negative ? 0 : 2
  bytes[1] = complementIf(negative, exponent - MIN_EXPONENT)
  for (let pair = 0; pair < pairs; pair++) {
    const two = digits.slice(pair * 2, pair * 2 + 2).padEnd(2, '0')
    bytes[2 + pair] = complementIf(negative, Number(two) + 1)
  }
  return bytes
}

const complementIf = (negative: boolean, byte: number) => (negative ? 255 - byte : byte)

/** Bytes DynamoDB stores for a number: about one per two significant digits, one more, one for a minus sign. */
export function numberSize(text: string): number {
  const { negative, digits, exponent } = parseDecimal(text)
  if (digits === '') return 1
  // digits are stored in pairs counted from the decimal point: an odd start costs half a pair
  const aligned = digits.length + (exponent % 2 === 0 ? 1 : 0)
  return 1 + Math.ceil(aligned / 2) + (negative ? 1 : 0)
}
