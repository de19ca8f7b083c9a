import { cityPosts, countyPosts, OTHER_UNIT, UNIT } from './matrix/row.ts'

/** Whom the probe asks as. */
export interface Role {
  readonly name: string
  readonly level: 'county' | 'city' | 'anonymous'
  readonly posts: readonly string[]
  /** Of a handling unit that the things of the world are not with. */
  readonly ofOtherUnit?: true
}

/** One person bears the same id in every county and under every role: what is kept by person alone would mix them up. */
export const PERSON = 'p1'

const one = (level: 'county' | 'city') => (post: string) => ({ name: post, level, posts: [post] })

export const roles: readonly Role[] = [
  ...countyPosts.map(one('county')),
  { name: 'no post', level: 'county', posts: [] },
  { name: 'invented post', level: 'county', posts: ['superuser', 'Acceptor', 'acceptor '] },
  { name: "commission's posts in a county", level: 'county', posts: [...cityPosts] },
  { name: 'every post', level: 'county', posts: [...countyPosts] },
  { name: 'handler of another unit', level: 'county', posts: ['handler'], ofOtherUnit: true },
  { name: 'head of another unit', level: 'county', posts: ['unit-head'], ofOtherUnit: true },
  { name: 'every post of another unit', level: 'county', posts: [...countyPosts], ofOtherUnit: true },
  ...cityPosts.map(one('city')),
  { name: "county's posts in the commission", level: 'city', posts: [...countyPosts] },
  { name: 'anonymous', level: 'anonymous', posts: [] },
]

/** A claim of the token says whom it belongs to. */
export function claimsOf({ level, posts, ofOtherUnit }: Role, places: { county: string; city: string }) {
  const whose =
    level === 'city'
      ? { tenant: undefined, city: places.city }
      : { tenant: places.county, unit: ofOtherUnit ? OTHER_UNIT : UNIT }
  return { sub: PERSON, person: PERSON, posts, ...whose }
}
