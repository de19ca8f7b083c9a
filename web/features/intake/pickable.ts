import { pinyin } from 'pinyin-pro'
import type { Language } from '#shared/kernel/language'
import { readAreas, readCatalogue } from '../../lib/names.ts'

/** One entry of a list that is typed into: the name with its code, and what else it is found by. */
export interface Pickable {
  readonly value: string
  readonly label: string
}

/** 路灯 → LD: the initials that seats type before the name is finished. */
const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('').toUpperCase()

const withCode = (name: string, code: string) => `${name}（${code}）`

/** The county's kinds, found by words of the name, by its initials and by the class. */
export async function pickableKinds(county: string, language: Language): Promise<Pickable[]> {
  const { kinds, classes } = await readCatalogue(county)
  const classNames = new Map(classes.map(({ code, name }) => [code, name[language]]))
  return kinds.map(({ code, name }) => ({
    value: withCode(name[language], code),
    label: [initialsOf(name.zh), language === 'en' && name.zh, classNames.get(code.slice(0, CLASS_DIGITS))]
      .filter(Boolean)
      .join(' '),
  }))
}

const CLASS_DIGITS = 3
const STREET_DIGITS = 9
const COUNTY_DIGITS = 6

/** Streets and communities, each with the street that it is in. */
export async function pickableAreas(county: string): Promise<Pickable[]> {
  const areas = (await readAreas(county)).filter(
    ({ retired, code }) => !retired && code.length > COUNTY_DIGITS,
  )
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  return areas.map(({ code, name }) => {
    const street = code.length > STREET_DIGITS ? (names.get(code.slice(0, STREET_DIGITS)) ?? '') : ''
    return { value: withCode(street + name, code), label: initialsOf(name) }
  })
}

/** The code of what was picked; what was typed instead, so that the API says what is wrong with it. */
export function pickedCode(typed: string, entries: readonly Pickable[]): string {
  const code = /（(\d+)）\s*$/.exec(typed)?.[1]
  if (code || /^\d+$/.test(typed)) return code ?? typed
  const wanted = typed.trim().toUpperCase()
  const fitting = entries.filter(
    ({ value, label }) =>
      value.slice(0, value.indexOf('（')) === typed.trim() || label.split(' ')[0] === wanted,
  )
  const [only] = fitting
  return fitting.length === 1 && only ? pickedCode(only.value, []) : typed
}
