import type { LampColour } from '#shared/deadlines/lamp'
import type { Stage } from '#shared/lifecycle/lifecycle'
import { staffPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import buttons from '../../ui/button.module.css'
import type { QueueView } from './asked-queue.ts'
import styles from './filter-bar.module.css'
import type { FilterChoice, Filters } from './filters.ts'

interface FilterBarProps {
  county: string
  stage: Stage
  filters: Filters
  choices: Record<'kind' | 'channel' | 'area', readonly FilterChoice[]>
  /** Units whose list may be looked at; none where the list is one's own. */
  units: readonly FilterChoice[]
  unit: string | undefined
  view: QueueView
  text: Text['queues']
}

const colours = ['red', 'amber', 'green', 'grey'] as const satisfies readonly LampColour[]

/** One line of controls over the list, a plain form: what it asks for stands in the address. */
export function FilterBar({ county, stage, filters, choices, units, unit, view, text }: FilterBarProps) {
  const filtered = Object.keys(filters).length > 0
  const lamps = colours.map((colour) => ({ value: colour, words: text.colours[colour] }))
  return (
    <search>
      <form className={styles.bar} action={staffPaths.queues(county)}>
        <input type="hidden" name="stage" value={stage} />
        {view !== 'list' && <input type="hidden" name="view" value={view} />}
        {filters.due && <input type="hidden" name="due" value={filters.due} />}
        {units.length > 0 && <Choice name="unit" label={text.columns.unit} value={unit} choices={units} />}
        <Choice
          name="colour"
          label={text.filters.colour}
          all={text.filters.anyColour}
          value={filters.colour}
          choices={lamps}
        />
        <Choice
          name="kind"
          label={text.columns.kind}
          all={text.filters.anyKind}
          value={filters.kind}
          choices={choices.kind}
        />
        <Choice
          name="area"
          label={text.filters.area}
          all={text.filters.anyArea}
          value={filters.area}
          choices={choices.area}
        />
        <Choice
          name="channel"
          label={text.columns.channel}
          all={text.filters.anyChannel}
          value={filters.channel}
          choices={choices.channel}
        />
        <input
          className={styles.control}
          name="q"
          type="search"
          defaultValue={filters.q}
          placeholder={text.filters.words}
          aria-label={text.filters.words}
        />
        <button className={`${buttons.plain} ${styles.go}`} type="submit">
          {text.filters.apply}
        </button>
        {filtered && (
          <a className={styles.clear} href={staffPaths.queueOf(county, stage)}>
            {text.filters.clear}
          </a>
        )}
      </form>
    </search>
  )
}

interface ChoiceProps {
  name: string
  label: string
  /** What stands for no choice; absent where one must be made. */
  all?: string
  value: string | undefined
  choices: readonly FilterChoice[]
}

function Choice({ name, label, all, value, choices }: ChoiceProps) {
  return (
    <select className={styles.control} name={name} defaultValue={value ?? ''} aria-label={label}>
      {all && <option value="">{all}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.words}
        </option>
      ))}
    </select>
  )
}
