import { areaClasses, areaClassWording } from '#shared/organisation/areas'
import { keepGrid, listBeats } from '#shared/organisation/contract'
import type { Grid } from '#shared/organisation/grids'
import { CommandForm, type FormField } from '../../../../../../features/forms/command-form.tsx'
import { enterCounty } from '../../../../../../features/frame/enter-county.tsx'
import { GroundMap } from '../../../../../../features/map/ground-map.tsx'
import { readGrids, regionOfGrid } from '../../../../../../features/map/read-ground.ts'
import { changeGrid } from '../../../../../../features/settings/organisation-acts.ts'
import styles from '../../../../../../features/settings/settings.module.css'
import { ask } from '../../../../../../lib/api.ts'
import { readLanguage, readText } from '../../../../../../lib/language.ts'
import { readAreas } from '../../../../../../lib/names.ts'
import { settingsPaths } from '../../../../../../lib/paths.ts'
import { type Column, DataTable } from '../../../../../../ui/data-table.tsx'
import { Notice } from '../../../../../../ui/notice.tsx'
import { Page } from '../../../../../../ui/page.tsx'

interface GridsRequest {
  params: Promise<{ county: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The unit grids of one community or street: on the ground, as a list, and one of them to be changed. */
export default async function GridsScreen({ params, searchParams }: GridsRequest) {
  const { county } = await params
  const asked = await searchParams
  const { settings, map } = await readText()
  const text = settings.grids
  const language = await readLanguage()
  const code = typeof asked.area === 'string' ? asked.area : ''
  const path = settingsPaths.grids(county, code)
  const entered = await enterCounty({ title: text.title, path, posts: keepGrid.posts })
  if ('turnedAway' in entered) return entered.turnedAway
  const area = (await readAreas(county)).find((one) => one.code === code)
  const [grids, beats] = await Promise.all([
    area ? readGrids(county, code) : [],
    ask(listBeats, { params: { county } }),
  ])
  const beatOf = (grid: string) =>
    beats.ok
      ? beats.value.beats.find(({ grids: walked, retired }) => !retired && walked.includes(grid))
      : undefined
  const chosen = grids.find((one) => one.code === asked.grid)
  const to = (one: string) => `${path}&grid=${one}#grid`
  const nameOf = (grid: Grid) => grid.name ?? text.number(grid.code.slice(-3))
  const columns: Column<Grid>[] = [
    {
      title: text.name,
      value: nameOf,
      draw: (grid) => (
        <>
          <a href={to(grid.code)}>{nameOf(grid)}</a>
          {grid.retired && <span className={styles.retired}> {text.retired}</span>}
          {grid.sketch && <span className={styles.tag}> {text.sketch}</span>}
        </>
      ),
    },
    { title: text.code, value: ({ code: one }) => one, minor: true },
    { title: text.class, value: (grid) => areaClassWording[grid.class][language] },
    { title: text.size, as: 'number', value: ({ squareMetres }) => squareMetres },
    { title: text.source, value: ({ source }) => text.sources[source], minor: true },
    { title: text.beat, value: ({ code: one }) => beatOf(one)?.name ?? text.noBeat },
  ]
  return (
    <Page title={area ? text.of(area.name) : text.title}>
      {asked.done === 'kept' && <Notice tone="good" title={settings.kept} />}
      <p>
        <a href={settingsPaths.areas(county)}>{text.back}</a>
      </p>
      {!area && <p>{text.unknown}</p>}
      <div className={styles.columns}>
        <DataTable
          label={text.title}
          columns={columns}
          rows={grids}
          keyOf={({ code: one }) => one}
          empty={text.none}
        />
        <div>
          {chosen && (
            <section className={styles.sheet} aria-labelledby="grid">
              <h2 id="grid">{text.change(nameOf(chosen))}</h2>
              <CommandForm
                key={chosen.code}
                id="grid-form"
                send={changeGrid}
                about={{ county, area: code, grid: chosen.code, version: String(chosen.version) }}
                newKey={crypto.randomUUID()}
                fields={fieldsOf(chosen)}
                text={{ submit: settings.keep, sending: settings.sending }}
              />
            </section>
          )}
          {grids.some(({ shape }) => shape) && (
            <section className={styles.sheet} aria-labelledby="map">
              <h2 id="map">{text.map}</h2>
              <GroundMap
                cells={grids
                  .filter(({ shape }) => shape)
                  .map((grid) => ({
                    code: grid.code,
                    region: regionOfGrid(grid),
                    name: nameOf(grid),
                    href: to(grid.code),
                    ...(grid === chosen && { look: 'chosen' as const }),
                    ...(grid.retired && { look: 'retired' as const }),
                  }))}
                marks={[]}
                label={text.map}
                several={map.several}
                metres={map.metres}
              />
            </section>
          )}
        </div>
      </div>
    </Page>
  )

  function fieldsOf(grid: Grid): FormField[] {
    return [
      { name: 'name', label: text.name, hint: text.nameHint, kind: 'text', value: grid.name ?? '' },
      {
        name: 'class',
        label: text.class,
        hint: text.classHint,
        kind: 'choice',
        value: grid.class,
        choices: areaClasses.map((value) => ({ value, words: areaClassWording[value][language] })),
      },
      {
        name: 'retired',
        label: text.retire,
        kind: 'ticks',
        ticked: grid.retired ? ['yes'] : [],
        choices: [{ value: 'yes', words: text.retired }],
      },
    ]
  }
}
