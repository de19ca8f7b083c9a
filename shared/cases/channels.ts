import type { Wording } from '../kernel/language.ts'
import type { Post } from '../lifecycle/posts.ts'

/** How a problem came in. */
export const channels = ['collector', 'hotline', 'citizen', 'web', 'exchange', 'open311'] as const
export type Channel = (typeof channels)[number]

export const channelWording: Record<Channel, Wording> = {
  collector: { zh: '采集员上报', en: 'Collectors' },
  hotline: { zh: '12319 热线', en: 'Hotline 12319' },
  citizen: { zh: '市民上报', en: 'Citizens' },
  web: { zh: '坐席登记', en: 'Desk' },
  exchange: { zh: '数据交换', en: 'Data exchange' },
  open311: { zh: '开放接口', en: 'Open interface' },
}

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
