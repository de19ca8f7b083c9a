import type { Post } from '../lifecycle/posts.ts'

/** How a problem came in. */
export const channels = ['collector', 'hotline', 'citizen', 'web', 'exchange'] as const
export type Channel = (typeof channels)[number]

/** Channels that somebody in these posts takes reports of; the first one where it is not said. */
export function channelsFor(held: readonly Post[]): readonly Channel[] {
  const inField: readonly Channel[] = held.includes(FIELD) ? ['collector'] : []
  const atDesk: readonly Channel[] = held.some((post) => post !== FIELD) ? ['web'] : []
  const atPhone: readonly Channel[] = held.some((post) => SEATS.includes(post)) ? ['hotline'] : []
  return held[0] === FIELD ? [...inField, ...atDesk, ...atPhone] : [...atDesk, ...inField, ...atPhone]
}

/** The post in which somebody reports by a channel. */
export const reportingPost = (channel: Channel, held: readonly Post[]): Post | undefined =>
  held.find((post) =>
    channel === 'hotline' ? SEATS.includes(post) : (channel === 'collector') === (post === FIELD),
  )

const FIELD: Post = 'collector'
/** Who answers calls. */
const SEATS: readonly Post[] = ['acceptor', 'shift-leader']
