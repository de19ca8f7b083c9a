import type { Catalogue, Kind } from '#shared/catalogue/catalogue'
import { classOf, conditionCodeOf, conditionsOf, kindOf } from '#shared/catalogue/rules'
import type { Language } from '#shared/kernel/language'
import { refuse } from '#shared/kernel/result'
import type { Document, Fields } from '#shared/open311/georeport'
import { open311Wording } from '#shared/open311/wording'
import type { Asked } from './ask.ts'
import type { Reply } from './ports.ts'

/** Kinds of a county's catalogue are its services; what is asked of each follows from its conditions. */
export const OBSERVED = 'observed'
export const COMPONENT = 'component'

export const isComponentKind = (kind: string) => kind.startsWith('1')

export async function listServices({ needs, language }: Asked): Promise<Reply> {
  const catalogue = await needs.catalogue()
  return {
    root: 'services',
    value: (catalogue?.kinds ?? []).map((kind) => serviceOf(catalogue!, kind, language)),
  }
}

function serviceOf({ classes, conditions }: Catalogue, { code, name }: Kind, language: Language): Fields {
  const group = classes.find((one) => one.code === classOf(code))?.name[language]
  const realm = open311Wording[isComponentKind(code) ? 'component' : 'event'][language]
  const [first] = conditionsOf(conditions, code)
  return {
    service_code: code,
    service_name: name[language],
    description: first?.filing[language] ?? name[language],
    metadata: true,
    type: 'realtime',
    keywords: [realm, group].filter(Boolean).join(','),
    ...(group && { group }),
  }
}

/** What a report of one kind may say besides. */
export async function defineService(
  { needs, language }: Asked,
  code: string,
): Promise<Document | ReturnType<typeof refuse>> {
  const catalogue = await needs.catalogue()
  const kind = catalogue && kindOf(catalogue.kinds, code)
  if (!kind) return refuse('unknown-service')
  const conditions = conditionsOf(catalogue.conditions, code)
  const attributes = [
    ...(conditions.length > 0
      ? [
          {
            code: OBSERVED,
            datatype: 'singlevaluelist',
            datatype_description: open311Wording.observedHint[language],
            description: open311Wording.observed[language],
            values: conditions.map((one) => ({ key: conditionCodeOf(one), name: one.filing[language] })),
          },
        ]
      : []),
    ...(isComponentKind(code)
      ? [
          {
            code: COMPONENT,
            datatype: 'string',
            datatype_description: open311Wording.componentHint[language],
            description: open311Wording.componentCode[language],
          },
        ]
      : []),
  ].map((attribute, at) => ({ variable: true, required: false, order: at + 1, ...attribute }))
  return { root: 'service_definition', value: { service_code: code, attributes } }
}
