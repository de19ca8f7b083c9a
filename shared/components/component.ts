import * as z from 'zod'
import { canonical } from '../kernel/canonical.ts'
import type { Wording } from '../kernel/language.ts'

/** 部件标识码 (GB/T 30428.2): county 6, class 2, kind 2, sequence 6. */
export const componentCode = z.string().regex(/^[1-9]\d{15}$/)

/** Of the catalogue: 1 for components, class, kind. */
export const kindOfComponent = (code: string) => `1${code.slice(6, 10)}`

/** 部件状态. */
export const componentStates = ['sound', 'damaged', 'lost', 'occupied', 'abandoned'] as const
export type ComponentState = (typeof componentStates)[number]

export const componentStateWording: Record<ComponentState, Wording> = {
  sound: { zh: '完好', en: 'Sound' },
  damaged: { zh: '破损', en: 'Damaged' },
  lost: { zh: '丢失', en: 'Lost' },
  occupied: { zh: '占用', en: 'Occupied' },
  abandoned: { zh: '废弃', en: 'Abandoned' },
}

/** 数据来源: measured on the spot, taken from a topographic map, other. */
export const dataSources = ['measured', 'map', 'other'] as const

/** What a census finds of a component. */
export const componentFacts = z.object({
  code: componentCode,
  name: z.string(),
  state: z.enum(componentStates),
  /** Degrees of WGS-84 (CGCS2000 agrees with it), seven decimals at most. */
  longitude: z.number(),
  latitude: z.number(),
  /** 所在单元网格. */
  grid: z.string().exactOptional(),
  /** 主管, 权属 and 养护 unit by id. */
  department: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  maintainer: z.string().exactOptional(),
  place: z.string().exactOptional(),
  registered: z.string().exactOptional(),
  source: z.enum(dataSources).exactOptional(),
  note: z.string().exactOptional(),
  /** The coordinate system that the point came in. */
  crs: z.string(),
})
export type ComponentFacts = Readonly<z.output<typeof componentFacts>>

/** As stored: every change counts the version up. */
export type Component = ComponentFacts & { readonly version: number; readonly changedAt: string }

/** Components are listed by class, kind and the first three digits of their sequence: a thousand to a block. */
export const componentBlock = (code: string) => code.slice(6, 13)

/** One text for one content; where it is the same, nothing has changed. */
export const contentOf = (facts: ComponentFacts) => canonical(componentFacts.parse(facts))
