import { createServer } from 'node:net'
import { CommandRefused } from './terminal.ts'

export const DEFAULT_PORT = '3000'

/** A port as it was typed; throws CommandRefused when it is none. */
export function portNumber(typed: string): number {
  const port = Number(typed)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CommandRefused(`${typed} is no port; ports are whole numbers from 1 to 65535.`)
  return port
}

export const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
