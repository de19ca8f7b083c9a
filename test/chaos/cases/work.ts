import {
  actOf,
  type CaseClient,
  type ChooseAct,
  type OwnCase,
  reportOf,
  type Submission,
} from '../../support/case-client.ts'
import type { Chance } from '../../support/chance.ts'
import type { Told } from '../../support/world/world.ts'

/** What clients work on, over kills: their cases, and what nobody has answered yet. */
export interface Desk {
  readonly cases: Map<string, OwnCase>
  readonly unanswered: Submission[]
  /** Conflicting acts that were sent at once. */
  conflicts: number
}

export interface Work {
  readonly tenant: string
  readonly chance: Chance
  readonly choose: ChooseAct
  readonly report: () => { body: object; claims: Submission['claims'] }
}

const CLIENTS = 8
/** Of all that is done: something new, something sent twice, two that contradict each other. */
const REPORTS = 0.3
const REPEATS = 0.1
const CONFLICTS = 0.15

/** Reports and acts until told to end. What is not answered is sent again first, under its own key. */
export async function workOn(desk: Desk, client: CaseClient, work: Work, ended: () => boolean) {
  const busy = new Set<string>()
  const worker = async () => {
    while (!ended()) {
      const again = desk.unanswered.pop()
      if (again) await submit(desk, client, again)
      else if (work.chance.happens(REPORTS) || !(await actOnOne(desk, client, work, busy)))
        await submit(desk, client, newReport(work))
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, worker))
}

function newReport({ tenant, report }: Work): Submission {
  const { body, claims } = report()
  return reportOf(tenant, body, claims)
}

async function submit(desk: Desk, client: CaseClient, submission: Submission): Promise<void> {
  const told = await client.send(submission)
  if (!told) desk.unanswered.push(submission)
  else learn(desk, told)
}

function learn(desk: Desk, told: Told) {
  const known = desk.cases.get(told.caseId)
  if (told.version === undefined) {
    const current = (JSON.parse(told.answer) as { currentVersion?: number }).currentVersion
    // somebody else's act: where the case is now is looked up no further than this
    if (current !== undefined && known && current > known.version) desk.cases.delete(told.caseId)
    return
  }
  if (known && known.version >= told.version) return
  const { stage } = JSON.parse(told.answer) as { stage: string }
  desk.cases.set(told.caseId, { id: told.caseId, version: told.version, stage })
}

/** Acts on a case that nobody acts on now; false when there is none. */
async function actOnOne(desk: Desk, client: CaseClient, work: Work, busy: Set<string>): Promise<boolean> {
  const free = [...desk.cases.values()].filter(({ id }) => !busy.has(id)).slice(-60)
  const own = free.length > 0 ? work.chance.one(free) : undefined
  const act = own && work.choose(own.stage, work.chance)
  if (own && !act) desk.cases.delete(own.id)
  if (!own || !act) return false
  busy.add(own.id)
  const submission = actOf(work.tenant, own, act)
  const together = [submission]
  const other = work.choose(own.stage, work.chance)
  if (work.chance.happens(REPEATS)) together.push(submission)
  else if (other && work.chance.happens(CONFLICTS)) {
    together.push(actOf(work.tenant, own, other))
    desk.conflicts++
  }
  await Promise.all(together.map((one) => submit(desk, client, one)))
  busy.delete(own.id)
  return true
}
