import { randomUUID } from 'node:crypto'
import { createServer, request as forward } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { decodePath, toEvent } from '../../infra/local/http/event.ts'

/**
 * A process that serves the built portal as the HTTP API does: arguments are the bundle and the API's origin. The API's
 * own paths go there, everything else to the portal's function. Tells its port, and its memory when asked.
 */
const [, , bundle = '', api = ''] = process.argv
process.env.API_ORIGIN = api
const { handler } = await import(pathToFileURL(bundle).href)

const server = createServer(async (request, response) => {
  const { method = 'GET', headers, url = '/' } = request
  if (/^\/(api|demonstration)\//.test(url)) {
    const onward = forward(new URL(url, api), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
    return
  }
  const scope = { accountId: '1', apiId: 'a', routeKey: '$default', stage: '$default' }
  const rest = { stageVariables: {}, pathParameters: {}, requestId: randomUUID(), now: Date.now() }
  const event = toEvent(request, decodePath(url) ?? '', await buffer(request), { ...scope, ...rest })
  const result = await handler(event)
  response.statusCode = result.statusCode
  for (const [name, value] of Object.entries(result.headers)) response.setHeader(name, String(value))
  if (result.cookies) response.setHeader('set-cookie', result.cookies)
  response.end(Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8'))
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }))
process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() }))
process.on('disconnect', () => process.exit())
