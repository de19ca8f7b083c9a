import type { HttpEvent } from '../http/exchange.ts'
import { Refused } from '../http/refused.ts'

/** What a form sent: its fields, and of its files the bytes. */
interface Form {
  readonly fields: URLSearchParams
  readonly files: readonly { readonly bytes: Uint8Array }[]
}

const NONE: Form = { fields: new URLSearchParams(), files: [] }
/** Under what API Gateway hands to a function, in base64: a photo of a telephone, or some that were made smaller. */
const MOST_BYTES = 4 * 1024 * 1024
const MOST_FIELD_BYTES = 64 * 1024
const URLENCODED = /^application\/x-www-form-urlencoded\s*(;|$)/i
const MULTIPART = /^multipart\/form-data\s*;/i

/** Reads the form of a submission. Throws Refused for what is none, or larger than is taken here. */
export async function readForm(event: HttpEvent): Promise<Form> {
  if (event.requestContext.http.method !== 'POST') return NONE
  const type = event.headers['content-type'] ?? ''
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (URLENCODED.test(type)) {
    if (bytes.length > MOST_FIELD_BYTES) throw new Refused('too-large')
    return { fields: new URLSearchParams(textOf(bytes)), files: [] }
  }
  if (!MULTIPART.test(type)) throw new Refused('wrong-form-type')
  if (bytes.length > MOST_BYTES) throw new Refused('too-large')
  return partsOf(bytes, type)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('bad-form')
  }
}

async function partsOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Form> {
  const data = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => {
    throw new Refused('bad-form')
  })
  const fields = new URLSearchParams()
  const files: { bytes: Uint8Array }[] = []
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.append(name, value)
    // a form that was left without a file sends an empty one
    else if (value.size > 0) files.push({ bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return { fields, files }
}
