import type { Root } from './root.ts'

/** Roots of a scope as a list of its bucket begins. */
export const rootPrefix = (scope: string) => `${scope}/`

const HIGHEST = 9_999_999_999

/** Counted downwards: a list of the bucket begins with the newest, so that finding it takes one request. */
export const rootKey = ({ scope, sequence }: Pick<Root, 'scope' | 'sequence'>) =>
  `${rootPrefix(scope)}${HIGHEST - sequence}.json`
