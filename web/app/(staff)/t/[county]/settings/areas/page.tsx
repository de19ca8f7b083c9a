import { type Area, areaClasses, areaClassWording } from '#shared/organisation/areas'
import { CommandForm, type FormField } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { changeArea } from '../../../../../../features/settings/organisation-acts.ts'
import styles from '../../../../../../features/settings/settings.module.css'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readAreas } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'

interface AreasRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const STREET_DIGITS = 9

/** Streets and towns, and the communities and villages under one of them. */
export default async function AreasScreen({ params, searchParams }: AreasRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings } = await readText()
  const text = settings.areas
  const language = await readLanguage()
  const path = settingsPaths.areas(county)
  const entered = await enterCounty({ title: text.title, path, posts: ['administrator'] })
  if ('turnedAway' in entered) return entered.turnedAway
  const areas = await readAreas(county)
  const street = areas.find(({ code }) => code === asked.street && code.length === STREET_DIGITS)
  const shown = areas.filter(({ code }) =>
    street ? code.startsWith(street.code) : code.length <= STREET_DIGITS,
  )
  const chosen = areas.find(({ code }) => code === asked.area)
  const under = (code: string) => areas.filter((one) => one.code !== code && one.code.startsWith(code)).length
  const columns: Column<Area>[] = [
    {
      title: text.name,
      value: ({ name }) => name,
      draw: ({ code, name, retired }) => (
        <>
          {code.length === STREET_DIGITS && !street ? (
            <a href={`${path}?street=${code}`}>{name}</a>
          ) : (
            <a
              href={`${path}?${new URLSearchParams({ ...(street && { street: street.code }), area: code })}#area`}
            >
              {name}
            </a>
          )}
          {retired && <span className={styles.retired}> {text.retired}</span>}
        </>
      ),
    },
    { title: text.code, value: ({ code }) => code },
    { title: text.class, value: (area) => areaClassWording[area.class][language], minor: true },
    { title: text.under, as: 'number', value: ({ code }) => under(code), minor: true },
    {
      title: text.grids,
      value: () => text.look,
      draw: ({ code, name }) => (
        <a href={settingsPaths.grids(county, code)} aria-label={text.gridsOf(name)}>
          {text.look}
        </a>
      ),
    },
  ]
  return (
    <Page title={street ? `${text.title} · ${street.name}` : text.title}>
      {asked.done === 'kept' && <Notice tone="good" title={settings.kept} />}
      {street && (
        <p>
          <a href={path}>{text.back}</a>
        </p>
      )}
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={shown}
          keyOf={({ code }) => code}
          empty={text.none}
        />
        <section className={styles.sheet} aria-labelledby="area">
          <h2 id="area">{chosen ? text.change(chosen.name) : text.add}</h2>
          <CommandForm
            key={chosen?.code ?? 'new'}
            id="area"
            send={changeArea}
            about={{ county, version: String(chosen?.version ?? 0), ...(chosen && { code: chosen.code }) }}
            newKey={crypto.randomUUID()}
            fields={fieldsOf(chosen, street?.code ?? county)}
            text={{ submit: settings.keep, sending: settings.sending }}
          />
        </section>
      </div>
    </Page>
  )

  function fieldsOf(area: Area | undefined, above: string): FormField[] {
    return [
      ...(area
        ? []
        : [
            {
              name: 'code',
              label: text.code,
              hint: text.codeHint(above),
              kind: 'text' as const,
              path: 'area',
            },
          ]),
      { name: 'name', label: text.name, kind: 'text', ...(area && { value: area.name }) },
      {
        name: 'class',
        label: text.class,
        hint: text.classHint,
        kind: 'choice',
        ...(area && { value: area.class }),
        choices: areaClasses.map((value) => ({ value, words: areaClassWording[value][language] })),
      },
      {
        name: 'retired',
        label: text.retire,
        kind: 'ticks',
        ticked: area?.retired ? ['yes'] : [],
        choices: [{ value: 'yes', words: text.retired }],
      },
    ]
  }
}
