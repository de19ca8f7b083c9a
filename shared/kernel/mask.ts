/** How much of phones and names is hidden from whoever has no need of them. The one place where it is done. */
export interface Masks {
  readonly phones: 'middle' | 'all'
  readonly names: 'given' | 'all'
}

/** What of a phone number people see who need not call it: 138****5678. */
export function maskPhone(phone: string, how: Masks['phones'] = 'middle'): string {
  if (how === 'all') return '****'
  const digits = [...phone]
  if (digits.length < 7) return '*'.repeat(digits.length)
  const shown = digits.length >= 11 ? 4 : 2
  const front = digits.length >= 11 ? 3 : 2
  return `${digits.slice(0, -shown).slice(0, front).join('')}****${digits.slice(-shown).join('')}`
}

/** What of a name people see who need not address its bearer: the surname, 张*. */
export const maskName = (name: string, how: Masks['names'] = 'given'): string =>
  how === 'all' ? '**' : `${[...name.trim()].slice(0, 1).join('')}*`

/** A name and a phone as they are shown; what is absent stays absent. */
export const maskContact = <C extends { readonly name?: string; readonly phone: string }>(
  { name, phone }: C,
  masks: Masks,
) => ({
  ...(name !== undefined && { name: maskName(name, masks.names) }),
  phone: maskPhone(phone, masks.phones),
})

/** Somebody's own words, without the numbers of seven digits and more in them: phones, identity cards, bank cards. */
export const maskNumbers = (words: string): string =>
  words.replace(/\p{Nd}(?:[\s-]?\p{Nd}){6,}[Xx]?/gu, '****')
