import { grades, gradeWording } from '#shared/catalogue/catalogue'
import { listExtensions, readCatalogueInForce, readProposal } from '#shared/catalogue/contract'
import type { Extension } from '#shared/catalogue/extension'
import { CatalogueDiff } from '../../../../../../features/commission/catalogue-diff.tsx'
import { CommandForm, type FormField } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import styles from '../../../../../../features/settings/settings.module.css'
import { propose, take } from '../../../../../../features/settings/standards-acts.ts'
import figures from '../../../../../../features/statistics/figures.module.css'
import picker from '../../../../../../features/statistics/period-picker.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import buttons from '../../../../../../ui/button.module.css'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'
import { ProblemPage } from '../../../../../../ui/problem-page.tsx'

interface CatalogueRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const posts = ['administrator', 'acceptor', 'shift-leader', 'dispatcher', 'evaluator'] as const

/** The kinds of problems by their classes: what is unconfirmed, what the city offers, what the county wants for itself. */
export default async function CatalogueScreen({ params, searchParams }: CatalogueRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, commission, frame } = await readText()
  const text = settings.catalogue
  const language = await readLanguage()
  const path = settingsPaths.catalogue(county)
  const entered = await enterCounty({ title: text.title, path, posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const keeps = entered.session.posts.includes('administrator')
  const [reply, offered, own] = await Promise.all([
    ask(readCatalogueInForce, { params: { county } }),
    ask(readProposal, { params: { county } }),
    ask(listExtensions, { params: { county } }),
  ])
  if (!reply.ok) return <ProblemPage title={text.title} problem={reply.problem} text={frame} path={path} />
  const { publication, classes, kinds } = reply.value
  const words = typeof asked.words === 'string' ? asked.words.trim() : ''
  const only = asked.only === 'unconfirmed'
  const chosen = classes.find(({ code }) => code === asked.class)
  const shown = kinds.filter(
    ({ code, name, unconfirmed }) =>
      (!chosen || code.startsWith(chosen.code)) &&
      (!only || unconfirmed) &&
      (!words ||
        code.includes(words) ||
        name.zh.includes(words) ||
        name.en.toLowerCase().includes(words.toLowerCase())),
  )
  const className = new Map(classes.map(({ code, name }) => [code, name[language]]))
  const columns: Column<(typeof kinds)[number]>[] = [
    {
      title: text.kind,
      value: ({ name }) => name[language],
      draw: ({ code, name, unconfirmed }) => (
        <>
          <a href={settingsPaths.kind(county, code)}>{name[language]}</a>{' '}
          {unconfirmed && <span className={styles.tag}>{text.unconfirmed}</span>}
        </>
      ),
    },
    { title: text.code, value: ({ code }) => code },
    { title: text.class, value: ({ code }) => className.get(code.slice(0, 3)), minor: true },
  ]
  const { proposal, diff, inForce } = offered.ok ? offered.value : {}
  return (
    <Page title={text.title}>
      {(asked.done === 'taken' || asked.done === 'proposed') && (
        <Notice tone="good" title={text.done[asked.done]} />
      )}
      <p className={styles.hint}>
        {text.inForce(publication.version, publication.classes, publication.kinds, publication.unconfirmed)}
      </p>
      <form className={picker.alone} action={path} method="get">
        <label className={picker.label}>
          {text.class}
          <select className={picker.control} name="class" defaultValue={chosen?.code ?? ''}>
            <option value="">{text.all}</option>
            {classes.map(({ code, name }) => (
              <option key={code} value={code}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <label className={picker.label}>
          {text.words}
          <input className={picker.control} name="words" type="search" defaultValue={words} />
        </label>
        <label className={picker.label}>
          <input name="only" type="checkbox" value="unconfirmed" defaultChecked={only} />
          {text.only}
        </label>
        <button className={buttons.plain} type="submit">
          {text.show}
        </button>
      </form>
      <div className={styles.columns}>
        <section className={figures.section} aria-labelledby="kinds">
          <h2 id="kinds">{text.kinds(shown.length)}</h2>
          <DataTable
            label={text.kinds(shown.length)}
            columns={columns}
            rows={shown}
            keyOf={({ code }) => code}
            empty={text.none}
          />
        </section>
        <div>
          <section className={styles.sheet} aria-labelledby="offer">
            <h2 id="offer">{text.offer}</h2>
            {!proposal && <p>{text.noOffer}</p>}
            {proposal && <p>{text.offered(proposal.template)}</p>}
            {diff && <CatalogueDiff diff={diff} language={language} text={commission.catalogue.diff} />}
            {proposal && inForce && keeps && (
              <CommandForm
                id="take"
                send={take}
                about={{ county, sequence: String(inForce.sequence), template: proposal.template }}
                newKey={crypto.randomUUID()}
                fields={[]}
                text={{ submit: text.take, sending: settings.sending }}
              />
            )}
          </section>
          <section className={styles.sheet} aria-labelledby="extensions">
            <h2 id="extensions">{text.extensions}</h2>
            <DataTable
              label={text.extensions}
              columns={extensionColumns()}
              rows={own.ok ? own.value.extensions : []}
              keyOf={({ code }) => code}
              empty={text.noExtensions}
            />
            {keeps && (
              <details className={styles.drawer}>
                <summary>{text.propose}</summary>
                <CommandForm
                  id="propose"
                  send={propose}
                  about={{ county }}
                  newKey={crypto.randomUUID()}
                  fields={wishFields()}
                  text={{ submit: text.propose, sending: settings.sending }}
                />
              </details>
            )}
          </section>
        </div>
      </div>
    </Page>
  )

  function extensionColumns(): Column<Extension>[] {
    return [
      { title: text.kind, value: ({ code, name }) => `${code} ${name[language]}` },
      { title: text.state, value: ({ state }) => text.states[state] },
      { title: text.reason, value: ({ decided }) => decided?.reason, minor: true },
    ]
  }

  function wishFields(): FormField[] {
    const of = (name: string, label: string, path: string): FormField => ({ name, label, kind: 'text', path })
    return [
      {
        name: 'class',
        label: text.class,
        kind: 'choice',
        choices: classes.map(({ code, name }) => ({ value: code, words: name[language] })),
      },
      of('nameZh', text.nameZh, 'name.zh'),
      of('nameEn', text.nameEn, 'name.en'),
      {
        name: 'grade',
        label: text.grade,
        kind: 'choice',
        value: 'ordinary',
        choices: grades.map((value) => ({ value, words: gradeWording[value][language] })),
      },
      { ...of('limit', text.limit, 'conditions.0.limit.amount'), hint: text.limitHint },
      of('filingZh', text.filingZh, 'conditions.0.filing.zh'),
      of('filingEn', text.filingEn, 'conditions.0.filing.en'),
      of('closingZh', text.closingZh, 'conditions.0.closing.zh'),
      of('closingEn', text.closingEn, 'conditions.0.closing.en'),
    ]
  }
}
