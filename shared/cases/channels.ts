/** How a problem came in. */
export const channels = ['collector', 'hotline', 'citizen', 'web', 'exchange'] as const
export type Channel = (typeof channels)[number]
