import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '#shared/kernel/language'
import { MOST_PARTS, shortMessageParts } from '#shared/messages/short-message'
import {
  LONGEST_PARAMETER,
  maskedText,
  renderText,
  type TemplateName,
  templateNames,
  templates,
} from '#shared/messages/templates'

const sender = {
  place: '石柱土家族自治县城市管理指挥中心',
  origin: 'https://chengguan.shizhu.example.gov.cn',
}
const longest: Record<string, string> = {
  path: `/identity/invitation?to=500240.${'p'.repeat(26)}.${'s'.repeat(22)}`,
  until: '2026-12-02',
  code: '123456',
  minutes: '15',
  at: '2026-11-24 09:30',
}
const slotsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
const cases = templateNames.flatMap((name) => languages.map((language) => [name, language] as const))

describe.each(cases)('the message %s in %s', (name, language) => {
  const parameters: readonly string[] = templates[name].parameters
  const given = Object.fromEntries(parameters.map((one) => [one, longest[one]!]))

  it('names each of its parameters, and nothing but them, the place and the origin', () => {
    const own = slotsOf(templates[name].text[language]).filter((slot) => !['place', 'origin'].includes(slot))
    expect([...new Set(own)].toSorted()).toEqual(parameters.toSorted())
  })

  it('fits into few short messages with the longest that it may carry', () => {
    const text = renderText(name, language, given, sender)
    expect(text).not.toMatch(/[{}]/)
    expect(shortMessageParts(text)).toBeLessThanOrEqual(MOST_PARTS - 1)
  })

  it('shows nothing that the poster gave in its masked form', () => {
    const masked = maskedText(name, language, sender)
    for (const value of Object.values(given)) expect(masked).not.toContain(value)
  })
})

describe('a parameter', () => {
  const render = (code: string) =>
    renderText('verification-code' as TemplateName, 'zh', { code, minutes: '5' }, sender)

  it('is taken as it is: no slot within it is filled', () => {
    expect(render('{place}$&')).toContain('{place}$&')
  })

  it.each([
    ['too long', 'x'.repeat(LONGEST_PARAMETER + 1)],
    ['broken over lines', 'a\nb'],
    ['half a character', '\ud83d'],
  ])('that is %s is a mistake of the program', (_, code) => {
    expect(() => render(code)).toThrow(/parameter code/)
  })

  it('that is missing is a mistake of the program', () => {
    expect(() => renderText('verification-code', 'zh', { minutes: '5' }, sender)).toThrow(/code.*missing/)
  })
})

describe('the parts of a short message', () => {
  it.each([
    ['城', 70, 1],
    ['城', 71, 2],
    ['城', 134, 2],
    ['城', 135, 3],
    ['a', 160, 1],
    ['a', 161, 2],
    ['a', 306, 2],
    ['a', 307, 3],
    ['🚦', 35, 1],
    ['🚦', 36, 2],
  ])('%s, %i times, takes %i', (sign, count, parts) => {
    expect(shortMessageParts(sign.repeat(count))).toBe(parts)
  })

  it('never shrink when a text grows', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.string({ maxLength: 40 }),
        (text, more) => {
          expect(shortMessageParts(text + more)).toBeGreaterThanOrEqual(shortMessageParts(text))
        },
      ),
    )
  })
})
