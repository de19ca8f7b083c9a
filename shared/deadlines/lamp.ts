import { epochMsOf, type Instant } from '../kernel/instant.ts'
import type { Language } from '../kernel/language.ts'
import { type ClockKind, type Limit, limitClock, limitSeconds } from '../kernel/limit.ts'
import type { Calendar } from './calendar.ts'
import { secondsBetween } from './working-time.ts'

export const lampColours = ['green', 'amber', 'red', 'grey'] as const
export type LampColour = (typeof lampColours)[number]

export interface LampClock {
  readonly entered: Instant
  readonly due: Instant
  readonly limit: Limit
  /** Set while the clock stands still. */
  readonly pausedAt?: Instant
}

export interface Lamp {
  readonly colour: LampColour
  readonly runs: ClockKind
  /** Left on the stage's own clock; negative once overdue. */
  readonly secondsLeft: number
}

const AMBER_FROM = 0.8

/**
 * 灯: green below 80 % of the term, amber up to its end, red from the due instant on, grey while paused. Computed when
 * read; nothing is written for it.
 */
export function lampOf(calendar: Calendar, clock: LampClock, nowMs: number): Lamp {
  const runs = limitClock(clock.limit)
  const now = Math.floor((clock.pausedAt ? epochMsOf(clock.pausedAt) : nowMs) / 1000)
  const due = epochMsOf(clock.due) / 1000
  const left = secondsBetween(calendar, runs, now, due)
  const overdue = now >= due
  const secondsLeft = overdue ? 0 - secondsBetween(calendar, runs, due, now) : left
  const used = 1 - left / limitSeconds(clock.limit)
  const colour = clock.pausedAt ? 'grey' : overdue ? 'red' : used >= AMBER_FROM ? 'amber' : 'green'
  return { colour, runs, secondsLeft }
}

/** 剩 3时20分（工作）, 超 1天2时: the two largest units; a working day has eight hours. */
export function lampWords({ colour, runs, secondsLeft }: Lamp, language: Language): string {
  const words = wording[language]
  if (colour === 'grey') return words.paused
  const minutes = Math.floor(Math.abs(secondsLeft) / 60)
  const dayMinutes = runs === 'work' ? 8 * 60 : 24 * 60
  const units = [
    { count: Math.floor(minutes / dayMinutes), name: words.day },
    { count: Math.floor((minutes % dayMinutes) / 60), name: words.hour },
    { count: (minutes % dayMinutes) % 60, name: words.minute },
  ]
  const first = units.findIndex(({ count }) => count > 0)
  const shown =
    first === -1
      ? words.underOneMinute
      : units
          .slice(first, first + 2)
          .filter(({ count }) => count > 0)
          .map(({ count, name }) => `${count}${name}`)
          .join(words.between)
  if (first === -1 && colour === 'red') return words.justOver
  const sentence = colour === 'red' ? words.over(shown) : words.left(shown)
  return runs === 'work' ? sentence + words.working : sentence
}

interface LampWording {
  day: string
  hour: string
  minute: string
  between: string
  underOneMinute: string
  working: string
  paused: string
  justOver: string
  left(time: string): string
  over(time: string): string
}

const wording: Record<Language, LampWording> = {
  zh: {
    day: '天',
    hour: '时',
    minute: '分',
    between: '',
    underOneMinute: '不足1分',
    working: '（工作）',
    paused: '计时暂停',
    justOver: '刚超期',
    left: (time) => `剩 ${time}`,
    over: (time) => `超 ${time}`,
  },
  en: {
    day: ' d',
    hour: ' h',
    minute: ' min',
    between: ' ',
    underOneMinute: 'under 1 min',
    working: ' (working time)',
    paused: 'clock paused',
    justOver: 'just overdue',
    left: (time) => `${time} left`,
    over: (time) => `${time} over`,
  },
}
