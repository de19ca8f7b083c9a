import type { IncomingMessage } from 'node:http'

/** The whole body, or undefined when it is longer than `longest` bytes (the rest is read and dropped). */
export function readBody(request: IncomingMessage, longest: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= longest) chunks.push(chunk)
      else chunks.length = 0
    })
    request.on('end', () => {
      if (length > longest) resolve(undefined)
      else resolve(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))
    })
    request.on('error', reject)
    request.on('aborted', () => reject(new Error('The client went away.')))
  })
}
