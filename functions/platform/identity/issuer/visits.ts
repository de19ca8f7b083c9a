import type { IncomingMessage, ServerResponse } from 'node:http'
import { errors, type Provider } from 'oidc-provider'
import { type Language, languages } from '#shared/kernel/language'
import type { Pages, Shown, Visit } from '../../../identity/ports.ts'
import { realNow } from '../../clock.ts'

/** The longest form has four fields. */
const MAX_FORM_BYTES = 8 * 1024
const INTERACTION = /^\/interaction\/([\w-]+)$/

/** Answers with a page of ours, or with nothing where the path is the library's. */
export async function visit(
  { provider, pages, origin }: { provider: Provider; pages: Pages; origin: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { method } = request
  const { pathname, searchParams } = new URL(request.url ?? '/', origin)
  if (!pages.has(pathname) || (method !== 'GET' && method !== 'POST')) return false
  const signIn = await signInOf(provider, request, response, INTERACTION.exec(pathname)?.[1])
  const asked: Omit<Visit, 'form'> = {
    path: pathname,
    method,
    query: Object.fromEntries(searchParams),
    language: languageOf(request.headers.cookie),
    ...(signIn && { signIn }),
  }
  const form = method === 'GET' ? {} : isOurs(request, origin) && (await readForm(request))
  const shown = form
    ? await pages.visit({ ...asked, form })
    : { status: 403, page: pages.fault(asked.language, 'turned-away') }
  await show(provider, shown, request, response)
  return true
}

async function show(provider: Provider, shown: Shown, request: IncomingMessage, response: ServerResponse) {
  if ('signedIn' in shown) {
    const { scope, person } = shown.signedIn
    // the moment as the library would take it; the session behind it lasts until the code is given out
    const login = { accountId: `${scope}.${person}`, ts: Math.floor(realNow() / 1000), remember: false }
    return provider.interactionFinished(request, response, { login })
  }
  response.writeHead(shown.status, { 'content-type': 'text/html; charset=utf-8' }).end(shown.page)
}

/** The sign-in that the path names, if it is the one that this browser is in the midst of. */
async function signInOf(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  named: string | undefined,
): Promise<string | undefined> {
  if (named === undefined) return undefined
  const found = await provider.interactionDetails(request, response).catch((error: Error) => {
    if (error instanceof errors.SessionNotFound) return undefined
    throw error
  })
  return found?.uid === named ? named : undefined
}

/** A form of our own page: browsers name the origin of every form that is posted, and `null` is nobody's. */
const isOurs = ({ headers }: IncomingMessage, origin: string) =>
  headers.origin === origin &&
  (headers['sec-fetch-site'] === undefined || headers['sec-fetch-site'] === 'same-origin')

async function readForm(request: IncomingMessage): Promise<Record<string, string> | undefined> {
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_FORM_BYTES) return undefined
    chunks.push(chunk)
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}

/** The cookie of the portal's language switch. */
function languageOf(cookies = ''): Language {
  const chosen = /(?:^|;\s*)language=(\w+)/.exec(cookies)?.[1]
  return languages.find((known) => known === chosen) ?? 'zh'
}
