import type { Change } from './altered.ts'

/** A mistake that somebody could make, and where. */
export interface SeededBug {
  readonly name: string
  readonly changes: readonly Change[]
  /** The one door at which it shows; absent where it shows at many. */
  readonly door?: string
}

const bug = (name: string, file: string, from: string, to: string): SeededBug => ({
  name,
  changes: [{ file, from, to }],
})

const at = (door: string, one: SeededBug): SeededBug => ({ ...one, door })

const authorize = 'functions/platform/identity/authorize.ts'
const verifier = 'functions/platform/identity/verifier.ts'
const steps = 'functions/platform/http/steps.ts'
const stores = 'functions/platform/dynamo/stores.ts'
const access = 'functions/platform/dynamo/tenant-access.ts'
const judge = 'shared/lifecycle/decide.ts'

/** Authorization bugs of the kinds that are made: a check left out, loosened, asked of the wrong one, or remembered. */
export const seededBugs: readonly SeededBug[] = [
  bug("the path's county is not compared", authorize, 'signedIn.tenant === county', 'true'),
  bug(
    'counties are compared by their beginnings',
    authorize,
    'signedIn.tenant === county',
    'county?.startsWith(signedIn.tenant.slice(0, 5))',
  ),
  bug(
    'counties are compared as numbers',
    authorize,
    'signedIn.tenant === county',
    'Number.parseInt(county ?? "") === Number(signedIn.tenant)',
  ),
  bug(
    "the commission enters every county's doors",
    authorize,
    "access === 'county' && !(",
    "access === 'county' && 'tenant' in signedIn && !(",
  ),
  bug("a contract's posts are not asked for", authorize, 'if (posts && ', 'if (posts && false && '),
  bug(
    'any post will do',
    authorize,
    'signedIn.posts.some((held) => posts.includes(held))',
    'signedIn.posts.length > 0',
  ),
  {
    name: 'the signature is not checked',
    changes: [
      { file: verifier, from: ', jwtVerify } from', to: ', decodeJwt } from' },
      {
        file: verifier,
        from: 'await jwtVerify(token, keys, {',
        to: '{ payload: decodeJwt(token), ...keys, options: {',
      },
      {
        file: verifier,
        from: 'currentDate: new Date(now()),\n      })',
        to: 'currentDate: new Date(now()),\n      } }',
      },
    ],
  },
  {
    name: "the token's issuer is not checked, neither by its verifier nor to choose one",
    changes: [
      { file: verifier, from: '        issuer,\n', to: '' },
      {
        file: 'functions/platform/identity/configured-verifier.ts',
        from: "if (config('BUILT_IN_ISSUER') !== 'trusted') return outside",
        to: 'return outside',
      },
    ],
  },
  bug("the token's audience is not checked", verifier, '        audience: AUDIENCE,\n', ''),
  bug('tokens never expire', verifier, 'currentDate: new Date(now()),', 'currentDate: new Date(0),'),
  bug('a token without an expiry is taken', verifier, "requiredClaims: ['exp'],", ''),
  bug('a token of county and city at once is taken', verifier, ', city: z.undefined().optional() }', ' }'),
  {
    name: 'verified tokens are remembered by their bearer',
    changes: [
      {
        file: verifier,
        from: 'return async (token) => {',
        to: 'const verified: Verify = async (token) => {',
      },
      {
        file: verifier,
        from: '      throw error\n    }\n  }\n}',
        to: `      throw error\n    }\n  }
  const known = new Map()
  return async (token) => {
    const { person } = await verified(token)
    if (!known.has(person)) known.set(person, await verified(token))
    return known.get(person)
  }\n}`,
      },
    ],
  },
  bug(
    'the county is taken from a header',
    steps,
    'const signedIn = await verify(token)',
    "const signedIn = { ...(await verify(token)), ...(event.headers?.['x-tenant'] && { tenant: event.headers['x-tenant'] }) } as never as import('../../../shared/routes.ts').SignedIn",
  ),
  bug(
    'posts are taken from a header',
    steps,
    'const signedIn = await verify(token)',
    "const verified = await verify(token); const signedIn = { ...verified, posts: event.headers?.['x-posts']?.split(',') ?? verified.posts } as typeof verified",
  ),
  bug(
    'reading needs no sign-in',
    steps,
    "if (contractOf(event).access === 'public') return",
    "if (contractOf(event).access === 'public' || contractOf(event).method === 'GET') { exchangeOf(event).signedIn = { tenant: event.pathParameters?.county ?? '', person: 'p1', posts: ['leader'] }; return }",
  ),
  {
    name: 'stores are remembered without their county',
    changes: [
      { file: stores, from: 'made.get(scope)', to: "made.get('')" },
      { file: stores, from: 'made.set(scope, stores)', to: "made.set('', stores)" },
    ],
  },
  bug(
    'credentials are kept without their county',
    access,
    'opened.get(tenant)\n    const still',
    '[...opened.values()][0]\n    const still',
  ),
  at(
    'act-on-case',
    bug(
      'any person may do anything',
      judge,
      'by.filter((who) => holds(actor, who))',
      "by.filter((who) => who !== 'system' || holds(actor, who))",
    ),
  ),
  at(
    'act-on-case',
    bug(
      'people may do what is left to the system',
      judge,
      "  actor.kind === 'person' ? (actor.posts as",
      "  who === 'system' || actor.kind === 'person' ? who === 'system' || (actor.posts as",
    ),
  ),
  at(
    'list-queue',
    bug(
      'a queue is shown to every post',
      'functions/cases/list-queue.ts',
      "return holds([...workersOn(post, grants), ...overseers]) ? undefined : refuse('post-not-held')",
      'return undefined',
    ),
  ),
  at(
    'act-on-case',
    bug(
      'every unit acts on the cases of all',
      'shared/lifecycle/guards.ts',
      'unless(unit !== undefined && unitOf(actor) === unit',
      'unless(unit !== undefined && unitOf(actor) !== undefined',
    ),
  ),
  at(
    'list-queue',
    bug(
      "a unit's queue is shown to every unit",
      'functions/cases/list-queue.ts',
      'return unit === undefined || unit === reader.unit',
      'return unit === undefined || reader.unit !== undefined',
    ),
  ),
  at(
    'spot-check',
    bug(
      'a commission looks into the cases of any county',
      'functions/cases/spot-check.ts',
      "if (!(await isOfCity(city, tenant))) return refuse('unknown-tenant')",
      '',
    ),
  ),
  at(
    'act-on-county-account',
    bug(
      'a commission keeps the accounts of every county',
      'functions/identity/account-routes.ts',
      "return sits === 'county' ? refuse('administrator-in-county') : undefined",
      'return undefined',
    ),
  ),
  at(
    'list-acts-of-county',
    bug(
      'a commission reads the audit of every county',
      'functions/audit/routes.ts',
      "return sits === 'county' ? refuse('administrator-in-county') : undefined",
      'return undefined',
    ),
  ),
  at(
    'report-case',
    bug(
      'whoever has no post may report',
      'functions/cases/report-case.ts',
      "if (!channel) return refuse('post-not-held')",
      "if (!channel) return { person, post: 'acceptor', channel: 'hotline' }",
    ),
  ),
]
