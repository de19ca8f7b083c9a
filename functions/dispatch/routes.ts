import type { Terms } from '#shared/cases/terms'
import { type dispatchContracts, replaceRuleBook as replaceContract } from '#shared/dispatch/contract'
import { bindingOf } from '#shared/dispatch/precedents'
import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import type { NameableOf, PastCasesOf, RuleBooksOf } from './ports.ts'
import { replaceRuleBook } from './replace-rule-book.ts'
import { reviewRuleBook } from './review-rule-book.ts'
import { simulateRuleBook } from './simulate-rule-book.ts'

interface Needs {
  readonly booksOf: RuleBooksOf
  readonly nameableOf: NameableOf
  readonly pastOf: PastCasesOf
  readonly termsOf: (tenant: string) => Promise<Pick<Terms, 'calendar' | 'duty'>>
  readonly clock: Clock
}

/** A county's dispatch rules and the rulings that go before them. */
export const dispatchRoutes = ({
  booksOf,
  nameableOf,
  pastOf,
  termsOf,
  clock,
}: Needs): Routes<(typeof dispatchContracts)[number]> => {
  const trying = (tenant: string) => ({ books: booksOf(tenant), nameable: nameableOf(tenant) })
  return {
    'read-rule-book': async ({ signedIn, query }) => {
      const books = booksOf(signedIn.tenant)
      const version = query.version ?? (await books.newest())?.version
      return (version !== undefined && (await books.read(version))) || refuse('unknown-rule-book')
    },

    'list-rule-books': async ({ signedIn }) => ({
      versions: [...(await booksOf(signedIn.tenant).versions())],
    }),

    'replace-rule-book': ({ signedIn: { tenant, person, posts }, key, input }) => {
      const post = replaceContract.posts.find((one) => posts.includes(one)) ?? 'none'
      return replaceRuleBook({ ...trying(tenant), clock })({ person, post, key, ...input })
    },

    'review-rule-book': ({ signedIn: { tenant }, input }) =>
      reviewRuleBook(trying(tenant))(tenant, input.rules),

    'simulate-rule-book': async ({ signedIn: { tenant }, input }) => {
      const { calendar, duty = calendar } = await termsOf(tenant)
      return simulateRuleBook({ ...trying(tenant), past: pastOf(tenant), duty, clock })(input)
    },

    'list-precedents': async ({ signedIn, query }) => ({
      precedents: bindingOf(await booksOf(signedIn.tenant).precedents(query.kind)),
    }),
  }
}
