import { randomInt } from 'node:crypto'

/** As CloudFormation's GenerateSecretString writes it; booleans may arrive as texts. */
export interface Generation {
  PasswordLength?: number | string
  ExcludeCharacters?: string
  ExcludeLowercase?: boolean | string
  ExcludeUppercase?: boolean | string
  ExcludeNumbers?: boolean | string
  ExcludePunctuation?: boolean | string
  IncludeSpace?: boolean | string
  RequireEachIncludedType?: boolean | string
  SecretStringTemplate?: string
  GenerateStringKey?: string
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz'
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

const isTrue = (value: unknown) => String(value ?? false) === 'true'

/** A random text as asked for, alone or put into the given JSON template. Throws Error when nothing can be built. */
export function generateSecret(wish: Generation): string {
  const password = generatePassword(wish)
  if (wish.SecretStringTemplate === undefined) return password
  if (wish.GenerateStringKey === undefined) throw new Error('SecretStringTemplate needs GenerateStringKey')
  return JSON.stringify({ ...JSON.parse(wish.SecretStringTemplate), [wish.GenerateStringKey]: password })
}

function generatePassword(wish: Generation): string {
  const length = Number(wish.PasswordLength ?? 32)
  const excluded = wish.ExcludeCharacters ?? ''
  const kinds = [
    isTrue(wish.ExcludeLowercase) ? '' : LOWER,
    isTrue(wish.ExcludeUppercase) ? '' : LOWER.toUpperCase(),
    isTrue(wish.ExcludeNumbers) ? '' : '0123456789',
    isTrue(wish.ExcludePunctuation) ? '' : PUNCTUATION,
    isTrue(wish.IncludeSpace) ? ' ' : '',
  ]
    .map((kind) => [...kind].filter((char) => !excluded.includes(char)))
    .filter((kind) => kind.length > 0)
  const all = kinds.flat()
  const wanted = String(wish.RequireEachIncludedType ?? true) === 'true' ? kinds : []
  if (all.length === 0 || !(length >= Math.max(1, wanted.length) && length <= 4096))
    throw new Error(
      'GenerateSecretString leaves no character to choose from, or asks for a length it cannot have',
    )
  const chars = wanted.map(pick)
  while (chars.length < length) chars.push(pick(all))
  return shuffle(chars).join('')
}

const pick = (from: string[]) => from[randomInt(from.length)]!

function shuffle(chars: string[]): string[] {
  for (let last = chars.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[chars[last], chars[other]] = [chars[other]!, chars[last]!]
  }
  return chars
}
