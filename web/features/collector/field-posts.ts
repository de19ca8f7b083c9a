import type { Post } from '#shared/lifecycle/posts'

/** Posts whose work is done in the street, and on a telephone. */
export const fieldPosts: readonly Post[] = ['collector', 'inspector', 'handler', 'unit-head']
