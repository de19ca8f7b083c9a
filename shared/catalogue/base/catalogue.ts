import type { Catalogue, Condition } from '../catalogue.ts'
import { conditionCodeOf } from '../rules.ts'
import { advertising } from './conditions/advertising.ts'
import { appearanceAndSanitation } from './conditions/appearance-and-sanitation.ts'
import { cityEnvironment } from './conditions/city-environment.ts'
import { construction } from './conditions/construction.ts'
import { emergencies } from './conditions/emergencies.ts'
import { otherComponents } from './conditions/other-components.ts'
import { otherEvents } from './conditions/other-events.ts'
import { parksAndGreenery } from './conditions/parks-and-greenery.ts'
import { publicUtilities } from './conditions/public-utilities.ts'
import { roadsAndTraffic } from './conditions/roads-and-traffic.ts'
import { streetOrder } from './conditions/street-order.ts'
import { classNames, kindNames } from './names.ts'
import { rowsOf } from './rows.ts'
import { baseConditionRules, baseKindRules } from './rules.ts'

const sentenceTables = [
  ...[publicUtilities, roadsAndTraffic, appearanceAndSanitation, parksAndGreenery, otherComponents],
  ...[cityEnvironment, advertising, construction, streetOrder, emergencies, otherEvents],
]

const named = (table: string) =>
  rowsOf(table, ' | ').map(([code = '', zh = '', en = '']) => ({ code, name: { zh, en } }))

const kindsByCode = new Map(named(kindNames).map((row) => [row.code, row.name]))

type Sentences = Pick<Condition, 'filing' | 'closing'>
const sentencesByCode = new Map<string, Sentences>(
  sentenceTables
    .flatMap((table) => rowsOf(table, ' | '))
    .map(([code = '', filing = '', closing = '', filingEn = '', closingEn = '']) => [
      code,
      { filing: { zh: filing, en: filingEn }, closing: { zh: closing, en: closingEn } },
    ]),
)

/**
 * What a county starts with: 11 classes, 204 kinds. Kinds, codes and limits are facts from the field's published
 * tables; the sentences are ours. Large: whoever only asks for a code or a limit takes `codes.ts` or `rules.ts`.
 */
export const baseCatalogue: Catalogue = {
  version: 'base-1',
  classes: named(classNames),
  kinds: baseKindRules.map(({ code, status }) => ({ code, name: kindsByCode.get(code)!, status })),
  conditions: baseConditionRules.map((rule) => ({
    ...rule,
    ...sentencesByCode.get(conditionCodeOf(rule))!,
  })),
}
