/** A session ends after this long without a request. */
export const SESSION_IDLE_MS = 30 * 60_000

/** A session ends after this long in any case: a working day with its evening. */
export const SESSION_SECONDS = 12 * 3_600

/** Sessions of one person at a time; one more ends the one unused for longest. */
export const SESSIONS_AT_ONCE = 5

/** Use is noted at most this often: one write a minute for who is at work, none per request. */
export const USE_NOTED_EVERY_MS = 60_000

/** A session as the person's standing keeps it. Epoch milliseconds, real time. */
export interface Session {
  readonly openedAt: number
  readonly usedAt: number
}

export type Sessions = Readonly<Record<string, Session>>

/** Whether a session is still open at `now`. */
export const isOpen = ({ openedAt, usedAt }: Session, now: number) =>
  now - usedAt < SESSION_IDLE_MS && now - openedAt < SESSION_SECONDS * 1000

/** The sessions after one more is opened: ended ones are forgotten, and no more than a few stay. */
export function withSession(sessions: Sessions, id: string, now: number): Sessions {
  const open = Object.entries(sessions)
    .filter(([, session]) => isOpen(session, now))
    .toSorted(([, a], [, b]) => b.usedAt - a.usedAt)
    .slice(0, SESSIONS_AT_ONCE - 1)
  return { ...Object.fromEntries(open), [id]: { openedAt: now, usedAt: now } }
}
