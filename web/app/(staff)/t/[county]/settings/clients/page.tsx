import type { ClientView } from '#shared/exchange/client'
import { listClients } from '#shared/exchange/contract'
import { OPEN311_PATH } from '#shared/open311/georeport'
import { shutOut } from '../../../../../../features/exchange/client-acts.ts'
import { KeyMaker } from '../../../../../../features/exchange/key-maker.tsx'
import { CommandForm } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readText } from '../../../../../../lib/language.ts'
import { dateAndTime } from '../../../../../../lib/moments.ts'
import { docsPath, settingsPaths } from '../../../../../../lib/paths.ts'
import type { Text } from '../../../../../../text/text.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface ClientsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The programs of others that the county lets in, and their keys. */
export default async function ClientsScreen({ params, searchParams }: ClientsRequest) {
  const { county } = await params
  const asked = await searchParams
  const { exchange, settings, frame } = await readText()
  const text = exchange.clients
  const path = settingsPaths.clients(county)
  const entered = await enterCounty({ title: text.title, path, posts: listClients.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const reply = await ask(listClients, { params: { county } })
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const columns: Column<ClientView>[] = [
    { title: text.name, value: ({ name }) => name, wrap: true },
    {
      title: text.key,
      value: ({ state, keyEnds }) => (state === 'revoked' ? text.revoked : text.ending(keyEnds)),
      draw: (client) => <Key client={client} text={text} />,
    },
    { title: text.made, value: ({ keyMadeAt }) => dateAndTime(keyMadeAt), minor: true },
    {
      title: text.acts,
      value: () => '',
      draw: ({ id, state }) =>
        state === 'revoked' ? '—' : <a href={`${path}?client=${id}#client`}>{text.choose}</a>,
    },
  ]
  const chosen = reply.value.clients.find(({ id, state }) => id === asked.client && state === 'active')
  return (
    <Page title={text.title}>
      {asked.done === 'revoked' && <Notice tone="good" title={text.revokedNow} />}
      <p className={styles.hint}>{text.intro}</p>
      <p className={styles.hint}>
        {text.address} <code>{OPEN311_PATH}</code>
        {text.between}
        <code>jurisdiction_id={county}</code>
        {text.stop} <a href={docsPath}>{text.docs}</a>
      </p>
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={[...reply.value.clients].toReversed()}
          keyOf={({ id }) => id}
          empty={text.none}
        />
        <div>
          {chosen && <Chosen county={county} client={chosen} text={text} sending={settings.sending} />}
          <section className={styles.sheet} aria-labelledby="new-client">
            <h2 id="new-client">{text.add}</h2>
            <KeyMaker
              county={county}
              newKey={crypto.randomUUID()}
              text={{ ...text.making, submit: text.create }}
              sending={settings.sending}
              path={path}
            />
          </section>
        </div>
      </div>
    </Page>
  )
}

type ClientsText = Text['exchange']['clients']

function Key({ client: { state, keyEnds, formerUntil }, text }: { client: ClientView; text: ClientsText }) {
  if (state === 'revoked') return <span className={styles.retired}>{text.revoked}</span>
  return (
    <>
      {text.ending(keyEnds)}
      {formerUntil && <p className={styles.hint}>{text.former(dateAndTime(formerUntil))}</p>}
    </>
  )
}

interface ChosenProps {
  county: string
  client: ClientView
  text: ClientsText
  sending: string
}

/** What may be done about one client; its new key has the room to be read. */
function Chosen({ county, client: { id, version, name }, text, sending }: ChosenProps) {
  return (
    <section className={styles.sheet} aria-labelledby="client">
      <h2 id="client">{name}</h2>
      <KeyMaker
        county={county}
        client={{ id, version }}
        newKey={crypto.randomUUID()}
        text={{ ...text.making, submit: text.renew }}
        sending={sending}
        path={settingsPaths.clients(county)}
        look="plain"
      />
      <p className={styles.hint}>{text.revokeHint}</p>
      <CommandForm
        id="revoke"
        send={shutOut}
        about={{ county, client: id, version: String(version) }}
        newKey={crypto.randomUUID()}
        fields={[]}
        text={{ submit: text.revoke, sending }}
        look="plain"
      />
    </section>
  )
}
