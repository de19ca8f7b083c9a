import { actions, stages } from '../../../shared/lifecycle/lifecycle.ts'
import { posts } from '../../../shared/lifecycle/posts.ts'
import { by, LEAD_UNIT } from '../../support/case-acts.ts'
import type { CaseAct, OwnCase } from '../../support/case-client.ts'
import { edgeOf } from '../../support/world/edges.ts'
import { everyPost } from './means.ts'
import type { Walker } from './walker.ts'

interface Attempt {
  readonly own: OwnCase
  readonly act: CaseAct
  readonly expected: string
}

export interface Refused {
  readonly attempts: number
  readonly findings: readonly string[]
}

const AT_ONCE = 8

/** Every action that a stage has not, by somebody with every post; and every one it has, by each post that may not. */
export async function walkRefusals(walker: Walker): Promise<Refused> {
  const attempts: Attempt[] = []
  for (const stage of stages) attempts.push(...attemptsAt(await walker.at(stage), stage))
  const findings: string[] = []
  let next = 0
  const worker = async () => {
    for (let index = next++; index < attempts.length; index = next++)
      findings.push(...(await attempt(walker, attempts[index]!)))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return { attempts: attempts.length, findings }
}

function attemptsAt(own: OwnCase, stage: string): Attempt[] {
  return actions.flatMap((action): Attempt[] => {
    const edge = edgeOf(stage, action)
    const attemptBy = (claims: CaseAct['claims'], expected: string) => ({
      own: { ...own },
      act: { action, claims, evidence: {} },
      expected,
    })
    if (!edge) return [attemptBy(everyPost, 'action-not-possible')]
    const onlySystem = edge.by.every((who) => who === 'system')
    return posts
      .filter((post) => !edge.by.includes(post))
      .map((post) =>
        attemptBy(by(`w-${post}`, LEAD_UNIT, post), onlySystem ? 'system-only' : 'post-not-held'),
      )
  })
}

async function attempt(walker: Walker, { own, act, expected }: Attempt): Promise<string[]> {
  const stage = own.stage
  const { status, code } = await walker.send(own, act)
  if (code === expected) return []
  const posts = (act.claims.posts as string[]).join('+')
  return [`${act.action} at ${stage} by ${posts}: ${status} ${code ?? 'accepted'}, not ${expected}`]
}
