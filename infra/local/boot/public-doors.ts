import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Manifest } from '../assembly/manifest.ts'
import { type Api, apiId } from '../http/api.ts'
import { type FrontDoorDeps, openFrontDoor } from '../http/front-door.ts'
import { close, createPublicServer, listen } from '../http/listen.ts'
import type { LocalCloudOptions } from './options.ts'

/** The ports of the HTTP APIs. They are taken before the assembly is read: its values may hold their addresses. */
export interface PublicDoors {
  /** Addresses by API id, in the order of the assembly. */
  urls: Map<string, string>
  open(apis: Api[], deps: FrontDoorDeps): void
  close(graceMs: number): Promise<void>
}

/** The first API gets `port`, further ones the ports behind the AWS endpoint's; with port 0 all get free ones. */
export async function reserveDoors(manifest: Manifest, options: LocalCloudOptions): Promise<PublicDoors> {
  const { port, host, tls } = options
  const servers = new Map<string, Server>()
  const urls = new Map<string, string>()
  for (const [index, id] of apiIds(manifest).entries()) {
    const server = createPublicServer(tls)
    server.on('request', refuseEarly)
    const wanted = port === 0 || index === 0 ? port : port + index + 1
    const taken = await listen(server, wanted, host)
    servers.set(id, server)
    urls.set(id, `${tls ? 'https' : 'http'}://localhost:${taken}`)
  }
  return {
    urls,
    open(apis, deps) {
      for (const api of apis) {
        const server = servers.get(api.id)!
        server.off('request', refuseEarly)
        openFrontDoor(server, api, deps)
      }
    },
    async close(graceMs) {
      await Promise.all([...servers.values()].map((server) => close(server, graceMs)))
    },
  }
}

/** A browser that was left open asks again before the start is over. */
function refuseEarly(_: IncomingMessage, response: ServerResponse) {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end('{"message":"Service Unavailable"}')
}

function apiIds({ stacks }: Manifest): string[] {
  return stacks.flatMap(({ name, template }) =>
    Object.entries(template.Resources ?? {})
      .filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Api')
      .map(([logicalId]) => apiId(name, logicalId)),
  )
}

/** Addresses that exist only in AWS (`https://<api>.execute-api.<region>.…`), turned into those on this machine. */
export function rewriteAddresses(urls: Map<string, string>): (text: string) => string {
  return (text) => {
    if (!text.includes('.execute-api.')) return text
    return text.replace(
      /https:\/\/([a-z0-9]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?/g,
      (whole, id: string) => urls.get(id) ?? whole,
    )
  }
}
