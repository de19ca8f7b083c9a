import { type CommissionPost, commissionPosts } from '#shared/lifecycle/posts'
import { cityPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import type { ShownGroup } from '../frame/navigation.ts'

type Words = Text['commission']['nav']

interface Entry {
  readonly group: keyof Words['groups']
  readonly name: Exclude<keyof Words, 'groups'>
  readonly path: string
  readonly posts: readonly CommissionPost[]
}

const watchers = ['supervisor', 'commission-administrator'] as const

/** Every page of the commission that is reached by itself, with who sees it. */
const entries: readonly Entry[] = [
  { group: 'watch', name: 'overview', path: cityPaths.overview, posts: watchers },
  { group: 'watch', name: 'comparison', path: cityPaths.comparison, posts: watchers },
  { group: 'watch', name: 'cases', path: cityPaths.cases, posts: ['supervisor'] },
  { group: 'standards', name: 'catalogue', path: cityPaths.catalogue, posts: commissionPosts },
  { group: 'standards', name: 'calendars', path: cityPaths.calendars, posts: commissionPosts },
  { group: 'counties', name: 'tenants', path: cityPaths.tenants, posts: commissionPosts },
  { group: 'counties', name: 'audit', path: cityPaths.audit, posts: ['commission-auditor'] },
]

const groups = ['watch', 'standards', 'counties'] as const satisfies readonly Entry['group'][]

export const commissionNavigation = (posts: readonly CommissionPost[], text: Words): ShownGroup[] =>
  groups.flatMap((group) => {
    const seen = entries.filter(
      (entry) => entry.group === group && entry.posts.some((post) => posts.includes(post)),
    )
    const shown = seen.map(({ name, path }) => ({ name: text[name], path }))
    return shown.length > 0 ? [{ name: text.groups[group], entries: shown }] : []
  })
