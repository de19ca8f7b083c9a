import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type * as z from 'zod'
import type { Contract } from '#shared/kernel/contract'
import type { Language } from '#shared/kernel/language'
import { type Problem, problemSchema } from '#shared/kernel/problem'
import { CommandRefused } from '../terminal.ts'

/** The door said no; what it says is a sentence for people. */
export class DoorRefused extends CommandRefused {
  readonly problem: Problem
  constructor(problem: Problem) {
    const fields = (problem.fields ?? []).map(({ field, message }) => `\n    ${field}: ${message}`)
    super(`${problem.title}: ${problem.detail}${fields.join('')}`)
    this.problem = problem
  }
}

/** What a contract is asked with; a command's key is kept over its repeats, so that nothing is done twice. */
interface Asked<C extends Contract> {
  readonly params: z.input<C['params']>
  readonly input?: C['input'] extends z.ZodObject ? z.input<C['input']> : undefined
}

export type Ask = <C extends Contract>(
  contract: C,
  asked: Asked<C>,
) => Promise<C['output'] extends z.ZodObject ? z.output<C['output']> : undefined>

const TRIES = 5
const WAIT_MS = 400

/** Asks an installation by its contracts, as whoever the token belongs to. */
export function createAsk({
  url,
  token,
  language,
}: {
  url: string
  token: () => Promise<string>
  language: Language
}): Ask {
  return async (contract, { params, input }) => {
    const values = params as Record<string, string>
    const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(values[name])),
    )
    const request = {
      method: contract.method,
      headers: {
        authorization: `Bearer ${await token()}`,
        'accept-language': language,
        ...(contract.input && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(contract.input && { body: JSON.stringify(input ?? {}) }),
    }
    const answer = await patiently(new URL(path, url), request)
    const body: unknown = await answer.json().catch(() => undefined)
    if (answer.ok) return contract.output?.parse(body) as never
    const problem = problemSchema.safeParse(body)
    if (problem.success) throw new DoorRefused(problem.data)
    throw new CommandRefused(`${url} answered ${answer.status} and nothing that this command understands.`)
  }
}

/** Repeats what was not answered, or answered with busy: the request carries its key. */
async function patiently(url: URL, request: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(url, request).catch((error: Error) => error)
    const hopeless = answer instanceof Response && answer.status !== 429
    if (hopeless) return answer
    if (attempt === TRIES) {
      if (answer instanceof Response) return answer
      throw new CommandRefused(
        `Nobody answers at ${url.origin}. Start the local instance with npm start, or name another with --url.`,
      )
    }
    await pause(WAIT_MS * attempt)
  }
}
