import { readRuleBook } from '#shared/dispatch/contract'
import { readFigures } from '#shared/evaluation/contract'
import { listClients } from '#shared/exchange/contract'
import type { Post } from '#shared/lifecycle/posts'
import { keepBeat } from '#shared/organisation/contract'
import { keepPhrases } from '#shared/phrases/contract'
import { readSettings } from '#shared/tenants/contract'
import { settingsPaths, staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import { fieldPosts } from '../collector/field-posts.ts'
import { fieldPaths } from '../collector/paths.ts'

/** The six groups of the staff's navigation, in their order; one without an entry for the reader is not shown. */
export const navigationGroups = ['desk', 'cases', 'supervision', 'statistics', 'map', 'settings'] as const
export type NavigationGroup = (typeof navigationGroups)[number]

export interface NavigationEntry {
  readonly group: NavigationGroup
  readonly name: (text: Text) => string
  readonly path: (county: string) => string
  /** Who sees it; everybody where it is not said. What they may do there is the API's to judge. */
  readonly posts?: readonly Post[]
}

/** Who has queues: whoever works on cases or watches over those who do. */
const workingPosts: readonly Post[] = [
  'collector',
  'acceptor',
  'shift-leader',
  'dispatcher',
  'handler',
  'unit-head',
  'inspector',
  'leader',
]

/** Who decides what is asked beside a stage. */
const deciders: readonly Post[] = ['unit-head', 'dispatcher', 'acceptor', 'shift-leader']

const settingsEntry = (
  name: Exclude<keyof Text['settings']['nav'], 'title'>,
  posts: readonly Post[],
): NavigationEntry => ({
  group: 'settings',
  name: ({ settings }) => settings.nav[name],
  path: settingsPaths[name],
  posts,
})

/** Settings by who keeps them; who only needs to look them up finds units and the catalogue, too. */
const settingsEntries: readonly NavigationEntry[] = [
  settingsEntry('guide', ['administrator', 'leader']),
  settingsEntry('county', readSettings.posts),
  settingsEntry('areas', ['administrator']),
  settingsEntry('beats', keepBeat.posts),
  settingsEntry('units', ['administrator', 'dispatcher', 'shift-leader']),
  settingsEntry('people', ['administrator', 'security-administrator']),
  settingsEntry('accounts', ['security-administrator']),
  settingsEntry('catalogue', ['administrator', 'acceptor', 'shift-leader', 'dispatcher', 'evaluator']),
  settingsEntry('calendar', ['administrator']),
  settingsEntry('dispatch', readRuleBook.posts),
  settingsEntry('phrases', keepPhrases.posts),
  settingsEntry('imports', ['administrator']),
  {
    group: 'settings',
    name: ({ exchange }) => exchange.clients.title,
    path: settingsPaths.clients,
    posts: listClients.posts,
  },
  settingsEntry('audit', ['auditor']),
]

/** Every page of the staff that is reached by itself. A page that is not here is reached from one that is. */
export const navigation: readonly NavigationEntry[] = [
  { group: 'desk', name: ({ desk }) => desk.title, path: staffPaths.desk },
  { group: 'cases', name: ({ queues }) => queues.title, path: staffPaths.queues, posts: workingPosts },
  { group: 'cases', name: ({ approvals }) => approvals.title, path: staffPaths.approvals, posts: deciders },
  {
    group: 'supervision',
    name: ({ supervision }) => supervision.title,
    path: staffPaths.supervision,
    posts: workingPosts,
  },
  { group: 'cases', name: ({ frame }) => frame.report, path: staffPaths.report },
  { group: 'desk', name: ({ collector }) => collector.title, path: fieldPaths.report, posts: fieldPosts },
  {
    group: 'statistics',
    name: ({ statistics }) => statistics.title,
    path: staffPaths.statistics,
    posts: readFigures.posts,
  },
  ...settingsEntries,
]

export interface ShownGroup {
  readonly name: string
  readonly entries: readonly { readonly name: string; readonly path: string }[]
}

/** What somebody in these posts is shown. */
export const shownNavigation = (county: string, posts: readonly Post[], text: Text): ShownGroup[] =>
  navigationGroups.flatMap((group) => {
    const entries = navigation
      .filter((entry) => entry.group === group && seenBy(entry, posts))
      .map(({ name, path }) => ({ name: name(text), path: path(county) }))
    return entries.length > 0 ? [{ name: text.frame.groups[group], entries }] : []
  })

const seenBy = ({ posts: seers }: NavigationEntry, posts: readonly Post[]) =>
  seers === undefined || posts.some((post) => seers.includes(post))
