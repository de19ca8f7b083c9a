import { randomUUID } from 'node:crypto'
import { XMLParser } from 'fast-xml-parser'

/** What a program of somebody else's knows who read GeoReport v2 and nothing of ours. */
export interface Answered {
  readonly status: number
  readonly type: string
  // biome-ignore lint/suspicious/noExplicitAny: documents of the specification; each test says what it expects
  readonly body: any
}

/** Names of lists, by the specification's XML. */
const LISTS = [
  'endpoint',
  'format',
  'service',
  'attribute',
  'value',
  'request',
  'request_update',
  'note',
  'photo',
  'error',
]

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => LISTS.includes(name),
})

const lists: Readonly<Record<string, string>> = {
  discovery: '',
  services: 'service',
  service_definition: '',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
}

/** The document as JSON would have it, all scalars as text. */
export function readXml(text: string): unknown {
  const { '?xml': _declaration, ...document } = parser.parse(text) as Record<string, Record<string, unknown>>
  const [[root, value] = ['', undefined]] = Object.entries(document)
  const element = lists[root]
  if (element === undefined) throw new Error(`${root} is no document of GeoReport.`)
  return unwrapped(element === '' ? value : (value?.[element] ?? []))
}

/** Lists are wrapped in an element of their own. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value)
  const [only] = fields
  if (fields.length === 1 && only && Array.isArray(only[1])) return only[1].map(unwrapped)
  return Object.fromEntries(fields.map(([name, inner]) => [name, unwrapped(inner)]))
}

export function createGeoReportClient(baseUrl: string, jurisdiction: string, apiKey?: string) {
  async function ask(path: string, init?: RequestInit): Promise<Answered> {
    const answer = await fetch(new URL(path, baseUrl), { redirect: 'manual', ...init })
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    const body = type.startsWith('text/xml') ? readXml(text) : text === '' ? undefined : JSON.parse(text)
    return { status: answer.status, type, body }
  }
  const at = (path: string, query: Record<string, string>) =>
    `/open311/v2/${path}?${new URLSearchParams({ jurisdiction_id: jurisdiction, ...query })}`

  return {
    ask,
    get: (path: string, query: Record<string, string> = {}) => ask(at(path, query)),
    getAsOwner: (path: string, query: Record<string, string> = {}) =>
      ask(at(path, { ...query, api_key: apiKey ?? '' })),
    post: (path: string, fields: Record<string, string> | [string, string][], key?: string) =>
      ask(`/open311/v2/${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          ...(key && { 'idempotency-key': key }),
        },
        body: new URLSearchParams([
          ['jurisdiction_id', jurisdiction],
          ...(apiKey === undefined ? [] : [['api_key', apiKey] as [string, string]]),
          ...(Array.isArray(fields) ? fields : Object.entries(fields)),
        ]).toString(),
      }),
    /** With files, as a browser's form sends them. */
    upload: (path: string, fields: Record<string, string>, files: readonly Uint8Array<ArrayBuffer>[]) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({
        jurisdiction_id: jurisdiction,
        api_key: apiKey ?? '',
        ...fields,
      }))
        form.append(name, value)
      for (const file of files) form.append('media', new Blob([file], { type: 'image/jpeg' }), 'photo.jpg')
      return ask(`/open311/v2/${path}`, { method: 'POST', body: form })
    },
    newKey: () => randomUUID(),
  }
}
export type GeoReportClient = ReturnType<typeof createGeoReportClient>
