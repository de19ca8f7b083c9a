import { type Counter, counterWording } from '#shared/evaluation/counters'
import { type RateName, rates } from '#shared/evaluation/rates'
import type { Language } from '#shared/kernel/language'

/** 怎么算的: `按期结案数 ÷（处置数 + 超期未处置数）`, from the very sums that the rate is reckoned by. */
export function formulaOf(name: RateName, language: Language): string {
  const { of, among } = rates[name]
  return `${sum(of, language)} ÷ ${sum(among, language)}`
}

function sum(parts: readonly string[], language: Language): string {
  const words = parts
    .map((part) => {
      const taken = part.startsWith('-')
      const counter = (taken ? part.slice(1) : part) as Counter
      return `${taken ? ' − ' : ' + '}${counterWording[counter][language]}`
    })
    .join('')
    .replace(/^ \+ /, '')
  if (parts.length === 1) return words
  return language === 'zh' ? `（${words}）` : `(${words})`
}
