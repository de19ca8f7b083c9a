/** What of a phone number people see who need not call it: 138****5678. */
export function maskPhone(phone: string): string {
  const digits = [...phone]
  if (digits.length < 7) return '*'.repeat(digits.length)
  const shown = digits.length >= 11 ? 4 : 2
  const front = digits.length >= 11 ? 3 : 2
  return `${digits.slice(0, -shown).slice(0, front).join('')}****${digits.slice(-shown).join('')}`
}

/** What of a name people see who need not address its bearer: the surname, 张*. */
export const maskName = (name: string): string => `${[...name.trim()].slice(0, 1).join('')}*`
