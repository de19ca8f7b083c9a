// The library brings no types of its own; this is what the issuer uses of it.
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
  import type { JWK } from 'jose'

  export interface AdapterPayload {
    grantId?: string
    uid?: string
    consumed?: unknown
    [key: string]: unknown
  }

  export interface Adapter {
    upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void>
    find(id: string): Promise<AdapterPayload | undefined>
    findByUid(uid: string): Promise<AdapterPayload | undefined>
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>
    consume(id: string): Promise<void>
    destroy(id: string): Promise<void>
    revokeByGrantId(grantId: string): Promise<void>
  }

  export interface Grant {
    addOIDCScope(scope: string): void
    addResourceScope(resource: string, scope: string): void
    save(ttlSeconds: number): Promise<string>
  }

  export interface Session {
    accountId?: string
    destroy(): Promise<void>
  }

  export interface Interaction {
    uid: string
    params: Record<string, unknown>
  }

  export interface Token {
    accountId: string
    grantId?: string
  }

  export interface Account {
    accountId: string
    claims(): Promise<{ sub: string }>
  }

  interface Cookies {
    secure: boolean
  }

  export interface Context {
    method: string
    type: string
    body: unknown
    cookies: Cookies
    oidc: {
      route: string
      client: { clientId: string }
      account?: Account
      session: Session
      result?: { login?: { accountId: string } }
      provider: Provider
    }
  }

  export interface Configuration {
    adapter: (name: string) => Adapter
    clients: readonly object[]
    jwks: { keys: readonly JWK[] }
    cookies: object
    features: object
    findAccount(ctx: Context, id: string, token?: Token): Promise<Account | undefined>
    loadExistingGrant(ctx: Context): Promise<Grant | undefined>
    extraTokenClaims(ctx: Context, token: Token): Promise<Record<string, unknown> | undefined>
    renderError(ctx: Context, out: { error: string }, error: Error): Promise<void>
    [option: string]: unknown
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    proxy: boolean
    readonly Grant: new (of: {
      accountId: string
      clientId: string
    }) => Grant
    createContext(request: IncomingMessage, response: ServerResponse): Context
    callback(): RequestListener
    use(middleware: (ctx: Context, next: () => Promise<void>) => Promise<void>): this
    on(event: string, listener: (ctx: Context, ...rest: unknown[]) => void): this
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
  }

  export const errors: {
    InvalidGrant: new (detail: string) => Error
    SessionNotFound: new (detail: string) => Error
  }
  export const interactionPolicy: { base(): unknown }
  export default Provider
}
