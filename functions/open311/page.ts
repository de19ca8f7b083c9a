import type { FieldProblem } from '#shared/kernel/result'
import { MOST_ON_PAGE, MOST_REQUESTS, USUAL_PAGE } from '#shared/open311/georeport'
import { given } from './ask.ts'
import { isProblem } from './period.ts'

const LARGEST = 1_000_000

/** Which of what was found is asked for: the first of them, and how many. */
export function pageOf(query: URLSearchParams): { first: number; most: number } | readonly FieldProblem[] {
  const page = wholeOf(query, 'page', LARGEST)
  const size = wholeOf(query, 'page_size', MOST_ON_PAGE)
  const problems = [page, size].filter(isProblem)
  if (problems.length > 0) return problems
  const [at, most] = [page, size] as (number | undefined)[]
  if (at === undefined && most === undefined) return { first: 0, most: MOST_REQUESTS }
  const onPage = most ?? USUAL_PAGE
  // some count pages from nought
  return { first: (Math.max(1, at ?? 1) - 1) * onPage, most: onPage }
}

function wholeOf(query: URLSearchParams, name: string, largest: number): number | undefined | FieldProblem {
  const value = given(query, name)
  if (value === undefined) return undefined
  if (!/^\d+$/.test(value)) return { field: name, code: 'wrong-format' }
  const number = Number(value)
  if (number > largest) return { field: name, code: 'too-big', limit: largest }
  return name === 'page_size' && number === 0 ? { field: name, code: 'too-small', limit: 1 } : number
}
