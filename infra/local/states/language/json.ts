export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** AWS's quota for input, output and the variables of one state, UTF-8 bytes. */
export const PAYLOAD_LIMIT_BYTES = 262_144

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What AWS calls the type of a value in its messages. */
export function typeName(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

export const tooLarge = (text: string) =>
  text.length > PAYLOAD_LIMIT_BYTES || Buffer.byteLength(text) > PAYLOAD_LIMIT_BYTES

export function parseJson(text: string): { value: Json } | undefined {
  try {
    return { value: JSON.parse(text) as Json }
  } catch {
    return undefined
  }
}
