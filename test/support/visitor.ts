import { createHash, randomBytes } from 'node:crypto'

export interface Page {
  status: number
  /** Where it was shown, path and query. */
  at: string
  text: string
  headers: Headers
}

/** A browser as far as forms and cookies go: it keeps cookies by name and path, names the origin, follows redirects. */
export interface Visitor {
  open(path: string): Promise<Page>
  /** Fills in and submits the page's form; hidden fields come along. `headers` changes what a browser would say. */
  submit(
    page: Page,
    fields: Record<string, string>,
    headers?: Record<string, string | undefined>,
  ): Promise<Page>
  cookies: Map<string, { value: string; path: string }>
}

const MOST_REDIRECTS = 8

/** `stopAt`: a path that nobody serves in this test; the redirect to it is where the visit ends. */
export function createVisitor(origin: string, stopAt: string): Visitor {
  const cookies: Visitor['cookies'] = new Map()

  function sentTo(path: string) {
    return [...cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
  }

  function keep(answer: Response) {
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/)
      const cut = pair.indexOf('=')
      const name = pair.slice(0, cut)
      const value = pair.slice(cut + 1)
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/'
      const over = attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one))
      if (over) cookies.delete(name)
      else cookies.set(name, { value, path })
    }
  }

  async function ask(path: string, init: RequestInit, redirects = 0): Promise<Page> {
    const url = new URL(path, origin)
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: sentTo(url.pathname) },
    })
    keep(answer)
    const location = answer.headers.get('location')
    if (location && [301, 302, 303, 307].includes(answer.status)) {
      const next = new URL(location, url)
      const page = { status: answer.status, at: location, text: await answer.text(), headers: answer.headers }
      if (next.origin !== origin || next.pathname === stopAt) return page
      if (redirects === MOST_REDIRECTS) throw new Error(`too many redirects, the last to ${location}`)
      return ask(next.pathname + next.search, {}, redirects + 1)
    }
    const text = await answer.text()
    return { status: answer.status, at: url.pathname + url.search, text, headers: answer.headers }
  }

  return {
    cookies,
    open: (path) => ask(path, {}),
    submit(page, fields, headers = {}) {
      const said = { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers }
      const given = Object.entries(said).filter((one): one is [string, string] => one[1] !== undefined)
      const body = new URLSearchParams({ ...hiddenOf(page), ...fields })
      return ask(page.at, { method: 'POST', body, headers: Object.fromEntries(given) })
    },
  }
}

function hiddenOf({ text }: Page): Record<string, string> {
  const inputs = [...text.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => input)
  const attribute = (input: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? ''
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]))
}

/** What a client of OpenID Connect keeps to itself until it has its tokens. */
export interface Flow {
  verifier: string
  state: string
  nonce: string
  /** Where it sends the browser. */
  path: string
}

/** The portal's request for a sign-in. `changes`: other parameters, or none (`undefined`). */
export function beginFlow(redirectUri: string, changes: Record<string, string | undefined> = {}): Flow {
  const random = () => randomBytes(32).toString('base64url')
  const verifier = random()
  const [state, nonce] = [random(), random()]
  const parameters: Record<string, string | undefined> = {
    client_id: 'portal',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  const given = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined)
  return { verifier, state, nonce, path: `/identity/auth?${new URLSearchParams(given)}` }
}
