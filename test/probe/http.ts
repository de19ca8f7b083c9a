import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Ask {
  method: string
  /** As it stands on the request line: nothing is normalized. */
  path: string
  headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, instead of a body. */
  raw?: string | Buffer
}

export interface Told {
  status: number
  headers: IncomingHttpHeaders
  /** Headers and body as one text: whatever an answer can carry. */
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: documents of every door
  body: any
}

/** Sends requests over kept connections; `close` ends them. */
export function createCaller(baseUrl: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const { hostname, port } = new URL(baseUrl)

  const ask = ({ method, path, headers = {}, body, raw }: Ask) =>
    new Promise<Told>((resolve, reject) => {
      const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
      const sent = request({ agent, hostname, port, method, path, headers: { ...headers } }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const content = Buffer.concat(chunks).toString('utf8')
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: `${JSON.stringify(answer.headers)}\n${content}`,
            body: parsed(content),
          })
        })
      })
      sent.on('error', reject)
      sent.end(text)
    })
  return { ask, close: () => agent.destroy() }
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
