import { type Condition, gradeWording } from '#shared/catalogue/catalogue'
import { listUnconfirmed, readKind } from '#shared/catalogue/contract'
import { limitWords } from '#shared/catalogue/limit-words'
import { conditionCodeOf } from '#shared/catalogue/rules'
import { CommandForm } from '../../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../../features/frame/enter-county.tsx'
import styles from '../../../../../../../features/settings/settings.module.css'
import { confirm } from '../../../../../../../features/settings/standards-acts.ts'
import { ask } from '../../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../../ui/problem-page.tsx'

interface KindRequest {
  params: Promise<{ county: string; kind: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

const posts = ['administrator', 'acceptor', 'shift-leader', 'dispatcher', 'evaluator'] as const

/** One kind: when it is filed, when it is closed, within what time; guessed limits are settled here. */
export default async function KindScreen({ params, searchParams }: KindRequest) {
  const { county, kind } = await params
  const { done } = await searchParams
  const { settings, frame } = await readText()
  const text = settings.catalogue
  const language = await readLanguage()
  const path = settingsPaths.kind(county, kind)
  const entered = await enterCounty({ title: text.title, path, posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const [reply, unconfirmed] = await Promise.all([
    ask(readKind, { params: { county, kind } }),
    ask(listUnconfirmed, { params: { county } }),
  ])
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { kind: row, conditions } = reply.value
  const open = conditions.filter(({ confirmed }) => !confirmed)
  const columns: Column<Condition>[] = [
    { title: text.condition, value: conditionCodeOf },
    { title: text.filing, wrap: true, value: ({ filing }) => filing[language] },
    { title: text.closing, wrap: true, value: ({ closing }) => closing[language], minor: true },
    { title: text.grade, value: ({ grade }) => gradeWording[grade][language], minor: true },
    {
      title: text.limit,
      value: ({ limit }) => limitWords(limit, language),
      draw: ({ limit, confirmed }) => (
        <>
          {limitWords(limit, language)} {!confirmed && <span className={styles.tag}>{text.unconfirmed}</span>}
        </>
      ),
    },
  ]
  return (
    <Page title={`${row.code} ${row.name[language]}`}>
      {done === 'confirmed' && <Notice tone="good" title={text.done.confirmed} />}
      <p>
        <a href={settingsPaths.catalogue(county)}>{text.back}</a>
      </p>
      {row.status !== 'verified-code' && <Notice tone="late" title={text.codeUnsettled} />}
      <DataTable
        label={row.name[language]}
        columns={columns}
        rows={conditions}
        keyOf={conditionCodeOf}
        empty={text.noConditions}
      />
      {open.length > 0 && unconfirmed.ok && entered.session.posts.includes('administrator') && (
        <section className={styles.sheet} aria-labelledby="confirm">
          <h2 id="confirm">{text.confirm}</h2>
          <p className={styles.hint}>{text.confirmHint}</p>
          <CommandForm
            id="confirm"
            send={confirm}
            about={{ county, kind, sequence: String(unconfirmed.value.publication.sequence) }}
            newKey={crypto.randomUUID()}
            fields={open.map((condition, at) => ({
              name: `limit-${conditionCodeOf(condition)}`,
              label: `${conditionCodeOf(condition)} ${condition.filing[language]}`,
              hint: text.limitHint,
              kind: 'text' as const,
              value: limitWords(condition.limit, language),
              path: `conditions.${at}.limit.amount`,
            }))}
            text={{ submit: text.confirm, sending: settings.sending }}
          />
        </section>
      )}
    </Page>
  )
}
