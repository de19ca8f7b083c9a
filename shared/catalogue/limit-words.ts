import type { Language } from '../kernel/language.ts'
import { type Limit, type LimitUnit, limitUnits } from '../kernel/limit.ts'

/** 2紧急工作时, 5 work days: a term as the trade writes it. */
export function limitWords({ amount, unit }: Limit, language: Language): string {
  if (language === 'zh') return amount + chinese[unit]
  return `${amount} ${unit.replace('_', ' ')}${amount === 1 ? '' : 's'}`
}

/** Reads a term from an official table, or as {@link limitWords} says it; undefined when it is none of the forms they use. */
export function limitFromWords(words: string): Limit | undefined {
  const [, count = '', inEnglish = ''] = /^\s*([1-9]\d{0,2})\s+([a-z]+ [a-z]+?)s?\s*$/i.exec(words) ?? []
  const english = units.find((one) => one === inEnglish.toLowerCase().replace(' ', '_'))
  if (english) return { amount: Number(count), unit: english }
  const [, amount = '', name = ''] = /^\s*([1-9]\d{0,2})\s*个?\s*(\S+)\s*$/.exec(words) ?? []
  const unit = units.find((one) => chinese[one] === name) ?? unqualified.get(name)
  return unit && { amount: Number(amount), unit }
}

const units = Object.keys(limitUnits) as LimitUnit[]

const chinese: Record<LimitUnit, string> = {
  work_minute: '工作分钟',
  work_hour: '工作时',
  work_day: '工作日',
  urgent_minute: '紧急分钟',
  urgent_hour: '紧急工作时',
  urgent_day: '紧急工作日',
  natural_day: '自然日',
}

/** Raw tables write 4小时 for 4 work hours and 2天 for 2 work days: the same rows stand so in the systems built on them. */
const unqualified = new Map<string, LimitUnit>([
  ['小时', 'work_hour'],
  ['工作小时', 'work_hour'],
  ['紧急工作小时', 'urgent_hour'],
  ['天', 'work_day'],
  ['工作天', 'work_day'],
])
