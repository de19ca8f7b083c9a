import { type AccountLine, listAccounts } from '#shared/identity/accounts-contract'
import { isPost, postWording } from '#shared/lifecycle/posts'
import { CommandForm } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { actOnOne } from '../../../../../../features/settings/people-acts.ts'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { dateAndTime } from '../../../../../../lib/moments.ts'
import { readNames } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface AccountsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who can sign in, who has not for long, and what the security administrator may do about it. */
export default async function AccountsScreen({ params, searchParams }: AccountsRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, frame } = await readText()
  const text = settings.accounts
  const language = await readLanguage()
  const path = settingsPaths.accounts(county)
  const entered = await enterCounty({ title: text.title, path, posts: listAccounts.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const [reply, names] = await Promise.all([
    ask(listAccounts, { params: { county } }),
    readNames(county, ['person']),
  ])
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const columns: Column<AccountLine>[] = [
    { title: text.person, value: ({ person }) => names.person(person) },
    {
      title: text.posts,
      value: (one) =>
        one.posts.map((post) => (isPost(post) ? postWording[post][language] : post)).join(text.between),
      minor: true,
    },
    {
      title: text.state,
      value: ({ state }) => text.states[state],
      draw: ({ state }) =>
        state === 'dormant' ? <span className={styles.tag}>{text.states[state]}</span> : text.states[state],
    },
    { title: text.lastSignIn, value: ({ lastSignInAt }) => lastSignInAt && dateAndTime(lastSignInAt) },
    {
      title: text.secondFactor,
      value: ({ secondFactor }) => (secondFactor ? text.yes : text.no),
      minor: true,
    },
    { title: text.sessions, as: 'number', value: ({ openSessions }) => openSessions, minor: true },
    {
      title: text.acts,
      value: () => '',
      draw: (line) => <Acts county={county} line={line} text={text} sending={settings.sending} />,
    },
  ]
  return (
    <Page title={text.title}>
      {asked.done === 'acted' && <Notice tone="good" title={text.done} />}
      <p className={styles.hint}>{text.intro}</p>
      <DataTable
        label={text.title}
        columns={columns}
        rows={reply.value.accounts}
        keyOf={({ person }) => person}
        empty={text.none}
      />
    </Page>
  )
}

interface ActsProps {
  county: string
  line: AccountLine
  text: { choose: string; actNames: Record<AccountLine['acts'][number], string> }
  sending: string
}

function Acts({ county, line: { person, version, acts }, text, sending }: ActsProps) {
  if (acts.length === 0) return '—'
  return (
    <details className={styles.drawer}>
      <summary>{text.choose}</summary>
      <div className={styles.list}>
        {acts.map((act) => (
          <CommandForm
            key={act}
            id={`${act}-${person}`}
            send={actOnOne}
            about={{ county, person, version: String(version), act }}
            newKey={crypto.randomUUID()}
            fields={[]}
            text={{ submit: text.actNames[act], sending }}
            look="plain"
          />
        ))}
      </div>
    </details>
  )
}
