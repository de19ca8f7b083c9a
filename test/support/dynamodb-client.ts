import { connect, type Socket } from 'node:net'

/** One keep-alive connection that sends a request and waits for its answer: as little client as possible. */
export interface Connection {
  send(target: string, body: string): Promise<{ status: number; body: string }>
  close(): void
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  const answers = readAnswers(socket)
  return {
    send(target, body) {
      socket.write(
        `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-amz-json-1.0\r\n` +
          `x-amz-target: DynamoDB_20120810.${target}\r\nx-amz-date: 20260101T000000Z\r\n` +
          `authorization: AWS4-HMAC-SHA256 Credential=a/20260101/cn-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=b\r\n` +
          `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
      return answers.next()
    },
    close: () => void socket.destroy(),
  }
}

/** Cuts the stream into answers by their content-length. */
function readAnswers(socket: Socket) {
  let text = ''
  let waiting: { resolve(answer: { status: number; body: string }): void; reject(error: Error): void }
  // latin1 counts bytes as characters, as content-length does
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    text += chunk
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/content-length: (\d+)/i.exec(text.slice(0, end))?.[1])
    if (text.length < end + 4 + length) return
    const [head, body] = [text.slice(0, end), text.slice(end + 4, end + 4 + length)]
    text = text.slice(end + 4 + length)
    waiting.resolve({ status: Number(head.slice(9, 12)), body: Buffer.from(body, 'latin1').toString() })
  })
  socket.on('error', (error) => waiting.reject(error))
  return {
    next: () =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        waiting = { resolve, reject }
      }),
  }
}
