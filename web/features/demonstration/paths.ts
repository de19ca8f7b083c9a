/** Addresses of what a demonstration has besides the product. */
export const demonstrationPaths = {
  start: '/',
  tour: '/tour',
  /** Takes a form: who one goes on as. */
  goOn: '/tour/go-on',
}
