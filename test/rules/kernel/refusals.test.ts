import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { reportInput } from '../../../shared/cases/case.ts'
import { contracts } from '../../../shared/contracts.ts'
import { demonstrationContracts } from '../../../shared/demonstration/contract.ts'
import { fieldProblems, fieldWording } from '../../../shared/kernel/fields.ts'
import { languages, preferredLanguage } from '../../../shared/kernel/language.ts'
import { problemOf, problemSchema } from '../../../shared/kernel/problem.ts'
import { type RefusalCode, refusals } from '../../../shared/kernel/refusals.ts'
import { fieldCodes } from '../../../shared/kernel/result.ts'

const codes = Object.keys(refusals) as RefusalCode[]

describe.each(languages)('in %s', (language) => {
  it.each(codes)('%s is told as a problem with title, reason and what to do', (code) => {
    const problem = problemOf({ refused: code }, language, 'E1')
    expect(problemSchema.parse(problem)).toMatchObject({
      code,
      status: refusals[code].status,
      errorNumber: 'E1',
    })
    expect(/[\u4e00-\u9fff]/.test(problem.title + problem.detail)).toBe(language === 'zh')
    expect(problem.detail).toMatch(/[。.]$/)
  })

  it.each(fieldCodes)('the field problem %s has its sentence', (code) => {
    const sentence = fieldWording[language][code](7)
    expect(/[\u4e00-\u9fff]/.test(sentence)).toBe(language === 'zh')
    expect(sentence).not.toContain('undefined')
  })
})

describe('a refusal', () => {
  it("is never the client's fault with a server error", () => {
    for (const { status } of Object.values(refusals)) expect(status).toBeLessThan(500)
  })

  it('stands in one list: a code of two features would have the words of one only', async () => {
    const lists = new URL('../../../shared/kernel/refusals/', import.meta.url)
    const told = await Promise.all(
      readdirSync(lists).map(async (file) =>
        Object.keys(Object.assign({}, ...Object.values(await import(`${lists}${file}`)))),
      ),
    )
    expect(told.flat().sort()).toEqual([...codes].sort())
  })
})

describe('field problems', () => {
  const problems = (input: unknown) => {
    const parsed = reportInput.safeParse(input, { reportInput: true })
    return parsed.success ? [] : fieldProblems(parsed.error)
  }
  const good = { words: '路灯不亮', place: '滨江路' }

  it.each([
    ['nothing', good, []],
    ['a missing field', { words: '路灯不亮' }, [{ field: 'place', code: 'missing' }]],
    ['no object', 'text', [{ field: '', code: 'wrong-type' }]],
    ['a number for a text', { ...good, words: 3 }, [{ field: 'words', code: 'wrong-type' }]],
    ['a text too short', { ...good, words: '灯' }, [{ field: 'words', code: 'too-short', limit: 2 }]],
    [
      'a text too long',
      { ...good, place: '路'.repeat(201) },
      [{ field: 'place', code: 'too-long', limit: 200 }],
    ],
    ['a lone surrogate', { ...good, words: '路灯\udc00' }, [{ field: 'words', code: 'broken-text' }]],
    ['a kind of another form', { ...good, kind: '30101' }, [{ field: 'kind', code: 'wrong-format' }]],
    ['an unknown field', { ...good, stage: 'filed' }, [{ field: 'stage', code: 'unknown-field' }]],
    [
      'a place outside the globe',
      { ...good, position: { longitude: 181, latitude: 0 } },
      [{ field: 'position.longitude', code: 'too-big', limit: 180 }],
    ],
    [
      'an unknown field with a broken name',
      { ...good, ['\ud800'.repeat(100)]: 1 },
      [{ field: '\ufffd'.repeat(64), code: 'unknown-field' }],
    ],
    ['null', { ...good, kind: null }, [{ field: 'kind', code: 'wrong-type' }]],
  ])('name %s', (_name, input, expected) => {
    expect(problems(input)).toEqual(expected)
  })
})

describe('the preferred language', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.5, zh;q=0.4', 'en'],
    ['de', 'zh'],
    ['*', 'zh'],
    ['en;q=banana;;,,', 'en'],
  ] as const)('of %j is %s', (header, language) => expect(preferredLanguage(header)).toBe(language))
})

describe('the contracts', () => {
  const all = [...contracts, ...demonstrationContracts]

  it('have names and routes of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length)
  })

  it.each(all)('$name names exactly the parameters of its path', ({ path, params }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys((params as z.ZodObject).shape)).toEqual(inPath)
  })

  it("put everything of a county under that county's path", () => {
    for (const { access, path } of contracts) {
      const ofCounty = `${path}/`.startsWith('/api/t/{county}/')
      // what anyone may ask may be a county's too: whoever asks is not from there
      if (access !== 'public') expect(ofCounty).toBe(access === 'county')
    }
  })
})
