import type { FieldCode } from '../kernel/result.ts'
import { commonPasswords } from './common-passwords.ts'

export const PASSWORD_SHORTEST = 10
/** Longer ones would only cost time: what is typed is hashed. */
export const PASSWORD_LONGEST = 128

/** Distinct characters that a password must have at least: `aaaaaaaaaaaa` and `1212121212` have fewer. */
const DISTINCT_AT_LEAST = 5

/** What is wrong with a password as a new one, or undefined. Length counts characters as people do. */
export function passwordFault(password: string, account: string): FieldCode | undefined {
  const characters = [...password]
  if (characters.length < PASSWORD_SHORTEST) return 'too-short'
  if (characters.length > PASSWORD_LONGEST) return 'too-long'
  const plain = password.toLowerCase()
  if (new Set(plain).size < DISTINCT_AT_LEAST) return 'too-common'
  if (account && plain.includes(account)) return 'too-common'
  const core = plain.replace(/[^a-z0-9]/g, '')
  return isGuessable(core) || isGuessable(undisguised(plain)) ? 'too-common' : undefined
}

/** Common words with digits or marks around them are as easy to guess as the words. */
function isGuessable(core: string): boolean {
  const word = core.replace(/^\d+|\d+$/g, '')
  return (
    commonPasswords.has(core) ||
    (core.length - word.length <= 8 && commonPasswords.has(word)) ||
    isMobileNumber(core) ||
    isRun(core)
  )
}

/** `p@ssw0rd` as the word that it disguises. */
const undisguised = (text: string) =>
  text.replace(/[@4$5013!7]/g, (mark) => disguises[mark] ?? '').replace(/[^a-z0-9]/g, '')

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  $: 's',
  '5': 's',
  '0': 'o',
  '1': 'l',
  '!': 'i',
  '3': 'e',
  '7': 't',
}

const isMobileNumber = (text: string) => /^1[3-9]\d{9}$/.test(text)

const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
]

/** A run along the keyboard or the alphabet, alone or put together with one more of at least three. */
function isRun(text: string): boolean {
  for (let cut = 0; cut <= text.length; cut++) {
    const parts = [text.slice(0, cut), text.slice(cut)].filter(Boolean)
    if (parts.every((part) => part.length >= 3 && RUNS.some((run) => run.includes(part)))) return true
  }
  return false
}
