import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import { settingsPaths } from '../../lib/paths.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from '../../ui/data-table.tsx'

/** Names in the place of codes; kinds may be named by their class. */
export interface RuleNames {
  unit(id: string): string
  kind(code: string): string
  area(code: string): string
}

const MOST_NAMED = 6

export const ruleColumns = (
  county: string,
  names: RuleNames,
  text: Text['settings']['dispatch'],
  keeps: boolean,
): Column<DispatchRule>[] => [
  { title: text.order, as: 'number', value: ({ order }) => order },
  {
    title: text.kinds,
    wrap: true,
    value: ({ when }) => named(when.kinds, names.kind, text),
    draw: ({ id, when }) =>
      keeps ? (
        <a href={`${settingsPaths.dispatch(county)}?rule=${id}#rule`}>
          {named(when.kinds, names.kind, text)}
        </a>
      ) : (
        named(when.kinds, names.kind, text)
      ),
  },
  { title: text.lead, wrap: true, value: ({ lead }) => names.unit(lead) },
  { title: text.areas, wrap: true, value: ({ when }) => named(when.areas, names.area, text) },
  {
    title: text.hours,
    value: ({ when }) => (when.hours ? text.hourNames[when.hours] : text.any),
    minor: true,
  },
  {
    title: text.assisting,
    wrap: true,
    value: ({ assisting }) => assisting.map(names.unit).join(text.between),
    minor: true,
  },
  { title: text.basis, wrap: true, value: ({ basis }) => basis, minor: true },
]

function named(
  codes: readonly string[] | undefined,
  nameOf: (code: string) => string,
  text: Text['settings']['dispatch'],
): string {
  if (!codes) return text.any
  const said = codes.slice(0, MOST_NAMED).map(nameOf).join(text.between)
  return codes.length > MOST_NAMED ? text.andMore(said, codes.length) : said
}
