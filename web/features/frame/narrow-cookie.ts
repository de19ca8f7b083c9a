/** Set while the reader has the side navigation folded. */
export const narrowCookie = 'navigation-narrow'
