import { readRuleBook } from '#shared/dispatch/contract'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import type { Unit } from '#shared/organisation/units'
import { CommandForm, type FormField } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { changeRule } from '../../../../../../features/settings/dispatch-acts.ts'
import { ruleColumns } from '../../../../../../features/settings/rule-columns.tsx'
import { RuleReview, RuleSimulation } from '../../../../../../features/settings/rule-trials.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import figures from '../../../../../../features/statistics/figures.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { dateAndTime } from '../../../../../../lib/moments.ts'
import { readCatalogue, readNames, readUnits } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface DispatchRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const MONTHS = 3

/** Who handles what by rule: the book in its order, one rule at a time, and what it would do. */
export default async function DispatchScreen({ params, searchParams }: DispatchRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, frame } = await readText()
  const text = settings.dispatch
  const language = await readLanguage()
  const path = settingsPaths.dispatch(county)
  const entered = await enterCounty({ title: text.title, path, posts: readRuleBook.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const held = entered.session.posts
  const keeps = held.includes('administrator') || held.includes('dispatcher')
  const tries = keeps || held.includes('shift-leader')
  const [reply, units, named, catalogue] = await Promise.all([
    ask(readRuleBook, { params: { county } }),
    readUnits(county),
    readNames(county, ['unit', 'kind', 'area']),
    readCatalogue(county),
  ])
  if (!reply.ok && reply.problem.code !== 'unknown-rule-book')
    return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const book = reply.ok ? reply.value : undefined
  const classNames = new Map(catalogue.classes.map(({ code, name }) => [code, name[language]]))
  const names = { ...named, kind: (code: string) => classNames.get(code) ?? named.kind(code) }
  const rules = (book?.rules ?? []).toSorted((a, b) => a.order - b.order)
  const chosen = rules.find(({ id }) => id === asked.rule)
  return (
    <Page title={text.title}>
      {asked.done === 'replaced' && <Notice tone="good" title={text.done} />}
      <p className={styles.hint}>
        {book ? text.version(book.version, dateAndTime(book.at), book.reason) : text.noBook}
      </p>
      {tries && (
        <nav className={figures.tabs} aria-label={text.trials}>
          <a href={`${path}?try=review`} aria-current={asked.try === 'review' ? 'page' : undefined}>
            {text.review}
          </a>
          <a href={`${path}?try=cases`} aria-current={asked.try === 'cases' ? 'page' : undefined}>
            {text.simulation(MONTHS)}
          </a>
        </nav>
      )}
      {tries && asked.try === 'review' && <RuleReview {...{ county, names, text }} />}
      {tries && asked.try === 'cases' && <RuleSimulation {...{ county, names, text }} months={MONTHS} />}
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={ruleColumns(county, names, text, keeps)}
          rows={rules}
          keyOf={({ id }) => id}
          empty={text.noBook}
        />
        {keeps && (
          <section className={styles.sheet} aria-labelledby="rule">
            <h2 id="rule">{chosen ? text.change(chosen.id) : text.add}</h2>
            <CommandForm
              key={chosen?.id ?? 'new'}
              id="rule"
              send={changeRule}
              about={{
                county,
                version: String(book?.version ?? 0),
                ...(chosen && { was: chosen.id, id: chosen.id }),
              }}
              newKey={crypto.randomUUID()}
              fields={ruleFields(chosen, units)}
              text={{ submit: text.publish, sending: settings.sending }}
            />
            {chosen && (
              <p>
                <a href={path}>{text.add}</a>
              </p>
            )}
          </section>
        )}
      </div>
    </Page>
  )

  function ruleFields(rule: DispatchRule | undefined, all: readonly Unit[]): FormField[] {
    const choices = all.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, words: name }))
    return [
      ...(rule ? [] : [{ name: 'id', label: text.id, hint: text.idHint, kind: 'text' as const }]),
      {
        name: 'order',
        label: text.order,
        hint: text.orderHint,
        kind: 'number',
        value: String(rule?.order ?? 100),
      },
      {
        name: 'kinds',
        label: text.kinds,
        hint: text.kindsHint,
        kind: 'text',
        value: rule?.when.kinds?.join(' ') ?? '',
      },
      {
        name: 'areas',
        label: text.areas,
        hint: text.areasHint,
        kind: 'text',
        value: rule?.when.areas?.join(' ') ?? '',
      },
      {
        name: 'owners',
        label: text.owners,
        hint: text.ownersHint,
        kind: 'text',
        value: rule?.when.owners?.join(' ') ?? '',
      },
      {
        name: 'hours',
        label: text.hours,
        kind: 'choice',
        value: rule?.when.hours ?? '',
        choices: [
          { value: '', words: text.any },
          { value: 'on-duty', words: text.hourNames['on-duty'] },
          { value: 'off-duty', words: text.hourNames['off-duty'] },
        ],
      },
      { name: 'lead', label: text.lead, kind: 'choice', value: rule?.lead ?? '', choices },
      {
        name: 'assisting',
        label: text.assisting,
        kind: 'ticks',
        choices,
        ticked: rule?.assisting ?? [],
      },
      { name: 'basis', label: text.basis, hint: text.basisHint, kind: 'text', value: rule?.basis ?? '' },
      { name: 'reason', label: text.reason, hint: text.reasonHint, kind: 'text' },
      ...(rule
        ? [
            {
              name: 'remove',
              label: text.remove,
              kind: 'ticks' as const,
              choices: [{ value: 'yes', words: text.removeThis }],
            },
          ]
        : []),
    ]
  }
}
