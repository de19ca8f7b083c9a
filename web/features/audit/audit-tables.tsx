import type { ActLine, DenialLine } from '#shared/audit/contract'
import type { Language } from '#shared/kernel/language'
import { refusals } from '#shared/kernel/refusals'
import { commissionPostWording, isCommissionPost, isPost, postWording } from '#shared/lifecycle/posts'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import figures from '../statistics/figures.module.css'

interface AuditTablesProps {
  acts: readonly ActLine[]
  denials: readonly DenialLine[]
  /** Where more of the day's acts stand. */
  more?: string | undefined
  /** Names of people where the reader may have them. */
  personOf: (id: string) => string
  language: Language
  text: Text['audit']
}

/** What was done on a day and what was refused, as auditors read it. */
export function AuditTables({ acts, denials, more, personOf, language, text }: AuditTablesProps) {
  const who = (id: string) => (id === 'system' || id === 'anonymous' ? text[id] : personOf(id))
  return (
    <>
      <section className={figures.section} aria-labelledby="acts">
        <h2 id="acts">{text.acts}</h2>
        <DataTable
          label={text.acts}
          columns={actColumns(who, language, text)}
          rows={acts}
          keyOf={({ chain, sequence }) => `${chain} ${sequence}`}
          empty={text.noActs}
        />
        {more && <a href={more}>{text.more}</a>}
      </section>
      <section className={figures.section} aria-labelledby="denials">
        <h2 id="denials">{text.denials}</h2>
        <DataTable
          label={text.denials}
          columns={denialColumns(who, language, text)}
          rows={denials}
          keyOf={({ at, actor, route, code }) => `${at} ${actor} ${route} ${code}`}
          empty={text.noDenials}
        />
      </section>
    </>
  )
}

type Who = (id: string) => string

const actColumns = (who: Who, language: Language, text: Text['audit']): Column<ActLine>[] => [
  { title: text.at, value: ({ at }) => dateAndTime(at) },
  { title: text.actor, value: ({ actor }) => who(actor) },
  { title: text.post, value: ({ post }) => post && postName(post, language), minor: true },
  { title: text.act, value: ({ act }) => text.names[act as keyof typeof text.names] ?? act },
  { title: text.subject, value: ({ subject }) => subject, minor: true },
  {
    title: text.details,
    wrap: true,
    value: ({ details = {} }) =>
      Object.entries(details)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · '),
    minor: true,
  },
  { title: text.place, value: ({ chain, sequence }) => `${chain} / ${sequence}`, minor: true },
]

const denialColumns = (who: Who, language: Language, text: Text['audit']): Column<DenialLine>[] => [
  { title: text.at, value: ({ at }) => dateAndTime(at) },
  { title: text.actor, value: ({ actor }) => who(actor) },
  { title: text.door, value: ({ route }) => route },
  {
    title: text.why,
    value: ({ code }) => refusals[code as keyof typeof refusals]?.[language].title ?? code,
  },
  { title: text.count, as: 'number', value: ({ count }) => count },
]

function postName(post: string, language: Language): string {
  if (isPost(post)) return postWording[post][language]
  return isCommissionPost(post) ? commissionPostWording[post][language] : post
}
