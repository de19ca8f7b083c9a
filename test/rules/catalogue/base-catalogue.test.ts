import { describe, expect, it } from 'vitest'
import { baseCatalogue } from '../../../shared/catalogue/base/catalogue.ts'
import { baseCodes } from '../../../shared/catalogue/base/codes.ts'
import { baseConditionRules, baseKindRules } from '../../../shared/catalogue/base/rules.ts'
import { gradeWording, kindStatuses, SHORTEST_SENTENCE } from '../../../shared/catalogue/catalogue.ts'
import { packCodes } from '../../../shared/catalogue/code-list.ts'
import { readCatalogue } from '../../../shared/catalogue/read-catalogue.ts'
import {
  classOf,
  conditionCodeOf,
  conditionsOf,
  dispatchableByRule,
  kindOf,
  limitOf,
  unconfirmedKinds,
} from '../../../shared/catalogue/rules.ts'
import { languages } from '../../../shared/kernel/language.ts'
import { limitSeconds } from '../../../shared/kernel/limit.ts'
import { codeOfRow, publishedTable, tablesAreHere } from './published-tables.ts'

const { classes, kinds, conditions } = baseCatalogue
const count = <T>(values: readonly T[], value: T) => values.filter((one) => one === value).length

describe('the base catalogue', () => {
  it('is a catalogue that our own reader takes unchanged', () => {
    expect(readCatalogue(structuredClone(baseCatalogue))).toEqual(baseCatalogue)
  })

  it('has 204 kinds in 11 classes, and none of them empty', () => {
    expect(kinds).toHaveLength(204)
    expect(
      classes.map(({ code }) => [code, kinds.filter((kind) => classOf(kind.code) === code).length]),
    ).toEqual([
      ['101', 57],
      ['102', 30],
      ['103', 14],
      ['104', 10],
      ['105', 10],
      ['201', 38],
      ['202', 7],
      ['203', 12],
      ['204', 10],
      ['205', 11],
      ['206', 5],
    ])
  })

  it('has street order as event class 04 and emergencies as 05, not the other way round', () => {
    expect(classes.find(({ code }) => code === '204')?.name.zh).toBe('街面秩序')
    expect(classes.find(({ code }) => code === '205')?.name.zh).toBe('突发事件')
    expect(kindOf(kinds, '20405')?.name.zh).toBe('店外经营')
    expect(kindOf(kinds, '20505')?.name.zh).toBe('路面塌陷')
  })

  it('is told apart by its packed codes alone', () => {
    expect(baseCodes).toBe(packCodes(kinds.map(({ code }) => code)))
  })

  it('answers codes, statuses and limits without its names and sentences as with them', () => {
    expect(baseKindRules).toEqual(kinds.map(({ code, status }) => ({ code, status })))
    expect(baseConditionRules).toEqual(
      conditions.map(({ kind, no, grade, limit, confirmed }) => ({ kind, no, grade, limit, confirmed })),
    )
  })

  it('has 132 verified kinds, 19 and 13 inferred and 40 provisional', () => {
    const statuses = kinds.map(({ status }) => status)
    expect(kindStatuses.map((status) => count(statuses, status))).toEqual([132, 19, 13, 40])
  })
})

describe('the conditions of the base catalogue', () => {
  it.each(kinds.map(({ code, name }) => [code, name.zh]))('%s %s are numbered from 1', (code) => {
    const own = conditionsOf(conditions, code)
    expect(own.length).toBeGreaterThan(0)
    expect(own.map(({ no }) => no)).toEqual(own.map((_, index) => index + 1))
  })

  it('are sentences in both languages, each in its own', () => {
    for (const { filing, closing } of conditions)
      for (const said of [filing, closing]) {
        for (const language of languages)
          expect(said[language].length).toBeGreaterThanOrEqual(SHORTEST_SENTENCE)
        expect(said.zh).toMatch(/^[\p{Script=Han}，、（）“”]+$/u)
        expect(said.en).toMatch(/^[A-Z][ -~]+$/)
      }
  })

  it.each(languages)('never say the same twice for one kind (%s)', (language) => {
    for (const { code } of kinds) {
      const own = conditionsOf(conditions, code)
      const said = own.flatMap(({ filing, closing }) => [filing[language], closing[language]])
      expect(new Set(said).size, code).toBe(said.length)
    }
  })

  it('say of no two kinds the same: every filing condition stands once in the whole catalogue', () => {
    const said = conditions.map(({ filing }) => filing.zh)
    expect(said.filter((sentence, at) => said.indexOf(sentence) !== at)).toEqual([])
  })

  it('name the danger where a component or an emergency is urgent', () => {
    const urgent = conditions.filter(({ grade, kind }) => grade === 'urgent' && /^(1|205)/.test(kind))
    expect(urgent.length).toBeGreaterThan(20)
    for (const { kind, filing } of urgent) {
      expect(filing.zh, kind).toMatch(/危险/)
      expect(filing.en, kind).toMatch(/danger|may |trapped/)
    }
  })

  it('are graded by what their limits are: urgent grade runs on the urgent clock, and has a word', () => {
    for (const { grade, limit } of conditions) {
      expect(grade === 'urgent').toBe(limit.unit.startsWith('urgent'))
      expect(gradeWording[grade].zh).toMatch(/紧急|一般/)
    }
  })
})

describe('a kind that is not confirmed', () => {
  const guessed = unconfirmedKinds(baseCatalogue)

  it('is one of the 72 whose limit nobody has seen, with one guessed condition', () => {
    expect(guessed).toHaveLength(72)
    for (const { code, status } of guessed) {
      expect(status).not.toBe('verified-code')
      expect(conditionsOf(conditions, code).map(({ confirmed }) => confirmed)).toEqual([false])
    }
  })

  it('takes the most common limit of its class, the longer where two are as common', () => {
    for (const { code } of guessed) {
      const known = conditions.filter(({ kind, confirmed }) => confirmed && classOf(kind) === classOf(code))
      const asOften = (seconds: number) =>
        count(
          known.map(({ limit }) => limitSeconds(limit)),
          seconds,
        )
      const given = limitSeconds(limitOf(conditions, `${code}-1`)!)
      const most = Math.max(...known.map(({ limit }) => asOften(limitSeconds(limit))))
      const longest = known.map(({ limit }) => limitSeconds(limit)).filter((one) => asOften(one) === most)
      expect(given, code).toBe(Math.max(...longest))
    }
  })

  it('is never dispatched by a rule, and every other kind may be', () => {
    const byRule = kinds.filter((kind) =>
      conditionsOf(conditions, kind.code).some((condition) => dispatchableByRule(kind, condition)),
    )
    expect(byRule).toHaveLength(132)
    expect(byRule.filter((kind) => guessed.includes(kind))).toEqual([])
  })
})

const left = tablesAreHere ? '' : ' (skipped: shared/standards is not beside the project)'

describe.skipIf(!tablesAreHere)(`beside the published tables, the base catalogue${left}`, () => {
  it('has their codes, names, classes and statuses', () => {
    const published = publishedTable('catalogue').map((row) => ({
      code: codeOfRow(row),
      name: { zh: row.minor_name_zh, en: row.name_en },
      status: row.status,
    }))
    expect(kinds).toEqual(published)
    for (const row of publishedTable('catalogue'))
      expect(classes.find(({ code }) => code === classOf(codeOfRow(row)))?.name.zh).toBe(row.major_name_zh)
  })

  it('has every numbered limit of theirs, in grade, figure and unit, and none beside', () => {
    const published = publishedTable('limits')
      .filter((row) => row.condition_no !== '')
      .map((row) =>
        [`${codeOfRow(row)}-${row.condition_no} ${row.grade}`, row.limit_value, row.limit_unit].join(' '),
      )
    const ours = conditions
      .filter(({ confirmed }) => confirmed)
      .map((condition) => {
        const { grade, limit } = condition
        return `${conditionCodeOf(condition)} ${gradeWording[grade].zh} ${limit.amount} ${limit.unit}`
      })
    expect(published).toHaveLength(372)
    expect(ours).toEqual(published.toSorted((a, b) => ours.indexOf(a) - ours.indexOf(b)))
  })

  it('leaves out only the 14 unnumbered figures, which other cities give for conditions it has', () => {
    const others = publishedTable('limits').filter((row) => row.condition_no === '')
    expect(others).toHaveLength(14)
    for (const row of others) expect(conditionsOf(conditions, codeOfRow(row))).not.toEqual([])
  })
})
