import { readDuty } from '#shared/organisation/people-contract'
import { type Unit, unitKinds, unitKindWording } from '#shared/organisation/units'
import { CommandForm, type FormField } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { changeDuty, changeUnit } from '../../../../../../features/settings/organisation-acts.ts'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readNames, readPeople, readUnits } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import type { Text } from '../../../../../../text/text.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'

interface UnitsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The handling units with who leads them and who is on duty; the county's duty hours. */
export default async function UnitsScreen({ params, searchParams }: UnitsRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings } = await readText()
  const text = settings.units
  const language = await readLanguage()
  const path = settingsPaths.units(county)
  const posts = ['administrator', 'dispatcher', 'shift-leader'] as const
  const entered = await enterCounty({ title: text.title, path, posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const keeps = entered.session.posts.includes('administrator')
  const [units, people, names, duty] = await Promise.all([
    readUnits(county),
    readPeople(county),
    readNames(county, ['person']),
    ask(readDuty, { params: { county } }),
  ])
  const chosen = units.find(({ id }) => id === asked.unit)
  const columns: Column<Unit>[] = [
    {
      title: text.name,
      value: ({ name }) => name,
      draw: ({ id, name, retired }) => (
        <>
          {keeps ? <a href={`${path}?unit=${id}#unit`}>{name}</a> : name}
          {retired && <span className={styles.retired}> {text.retired}</span>}
        </>
      ),
    },
    { title: text.kind, value: ({ kind }) => unitKindWording[kind][language], minor: true },
    {
      title: text.lead,
      wrap: true,
      value: ({ lead, actedFor }) => (lead ? names.person(lead) : actedFor ? text.actedFor : ''),
    },
    {
      title: text.duty,
      value: ({ duty: officers }) => officers.map(names.person).join(text.between),
      minor: true,
    },
  ]
  return (
    <Page title={text.title}>
      {asked.done === 'kept' && <Notice tone="good" title={settings.kept} />}
      {asked.done === 'duty' && <Notice tone="good" title={text.dutyKept} />}
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={units}
          keyOf={({ id }) => id}
          empty={text.none}
        />
        <div>
          {keeps && (
            <section className={styles.sheet} aria-labelledby="unit">
              <h2 id="unit">{chosen ? text.change(chosen.name) : text.add}</h2>
              <CommandForm
                key={chosen?.id ?? 'new'}
                id="unit"
                send={changeUnit}
                about={{ county, version: String(chosen?.version ?? 0), ...(chosen && { id: chosen.id }) }}
                newKey={crypto.randomUUID()}
                fields={unitFields({ chosen, people, names, language, text })}
                text={{ submit: settings.keep, sending: settings.sending }}
              />
              {chosen && (
                <p>
                  <a href={path}>{text.add}</a>
                </p>
              )}
            </section>
          )}
          {duty.ok && (
            <section className={styles.sheet} aria-labelledby="duty">
              <h2 id="duty">{text.dutyTable}</h2>
              {keeps ? (
                <CommandForm
                  id="duty"
                  send={changeDuty}
                  about={{ county, version: String(duty.value.version) }}
                  newKey={crypto.randomUUID()}
                  fields={[
                    {
                      name: 'table',
                      label: text.dutyLines,
                      hint: text.dutyHint,
                      kind: 'long',
                      value: duty.value.table.map(lineOf).join('\n'),
                    },
                  ]}
                  text={{ submit: settings.keep, sending: settings.sending }}
                  look="plain"
                />
              ) : (
                <p>{duty.value.table.map(lineOf).join('; ') || text.noDuty}</p>
              )}
            </section>
          )}
        </div>
      </div>
    </Page>
  )
}

const lineOf = (row: {
  day: string
  from: string
  until: string
  phone: string
  person?: string | undefined
}) => [row.day, row.from, row.until, row.phone, row.person].filter(Boolean).join(' ')

interface UnitForm {
  chosen: Unit | undefined
  people: Awaited<ReturnType<typeof readPeople>>
  names: { person(id: string): string }
  language: 'zh' | 'en'
  text: Text['settings']['units']
}

function unitFields({ chosen, people, names, language, text }: UnitForm): FormField[] {
  const ofUnit = people.filter(({ state, unit }) => state !== 'left' && chosen && unit === chosen.id)
  const choices = ofUnit.map(({ person }) => ({ value: person, words: names.person(person) }))
  return [
    ...(chosen
      ? []
      : [{ name: 'id', label: text.id, hint: text.idHint, kind: 'text' as const, path: 'unit' }]),
    {
      name: 'name',
      label: text.name,
      kind: 'text',
      ...(chosen && { value: chosen.name }),
      path: 'unit.name',
    },
    {
      name: 'kind',
      label: text.kind,
      kind: 'choice',
      ...(chosen && { value: chosen.kind }),
      choices: unitKinds.map((value) => ({ value, words: unitKindWording[value][language] })),
      path: 'unit.kind',
    },
    {
      name: 'area',
      label: text.area,
      hint: text.areaHint,
      kind: 'text',
      ...(chosen?.area && { value: chosen.area }),
      path: 'unit.area',
    },
    {
      name: 'classes',
      label: text.classes,
      hint: text.classesHint,
      kind: 'text',
      ...(chosen && { value: chosen.classes.join(' ') }),
      path: 'unit.classes',
    },
    {
      name: 'lead',
      label: text.lead,
      hint: chosen && choices.length === 0 ? text.noPeople : text.leadHint,
      kind: 'choice',
      value: chosen?.lead ?? '',
      choices: [{ value: '', words: text.nobody }, ...choices],
      path: 'unit.lead',
    },
    {
      name: 'contactName',
      label: text.contact,
      hint: text.contactHint,
      kind: 'text',
      path: 'unit.contact.name',
    },
    { name: 'contactPhone', label: text.contactPhone, kind: 'tel', path: 'unit.contact.phone' },
    ...(choices.length > 0
      ? [{ name: 'duty', label: text.duty, kind: 'ticks' as const, ticked: chosen?.duty ?? [], choices }]
      : []),
    {
      name: 'more',
      label: text.more,
      kind: 'ticks',
      ticked: [...(chosen?.actedFor ? ['actedFor'] : []), ...(chosen?.retired ? ['retired'] : [])],
      choices: [
        { value: 'actedFor', words: text.actedFor },
        { value: 'retired', words: text.retired },
      ],
    },
  ]
}
