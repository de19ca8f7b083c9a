'use server'
import { reportCase } from '#shared/cases/contract'
import { recordCall } from '#shared/hotline/contract'
import type { Problem } from '#shared/kernel/problem'
import { ask, type Reply } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { leaveFor } from '../../lib/leave.ts'
import { staffPaths } from '../../lib/paths.ts'
import { filled, type Submission, typedIn } from '../cases/submission.ts'
import { filesIn, takePhotos } from '../cases/take-photos.ts'
import { phoneOf } from './phone-of.ts'
import { pickableAreas, pickableKinds, pickedCode } from './pickable.ts'
import { positionOf } from './position-of.ts'

type Typed = Record<string, string>

/** Sends the seat's form: a case of it, an answer on the spot, or another call about a case that is there. */
export async function takeCall(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', about = '' } = typed
  const intent = about ? 'about' : (typed.intent ?? 'case')
  if (intent === 'case') return takeCase(typed, form)
  const told = intent === 'about' ? { caseId: about } : { ...filled(typed, ['answer']) }
  const reply = await call(typed, told)
  if (!reply.ok) return { typed, problem: reply.problem }
  return leaveFor(
    intent === 'about' ? staffPaths.case(county, about) : staffPaths.reportAfter(county, 'answered'),
    { typed },
  )
}

async function takeCase(typed: Typed, form: FormData): Promise<Submission> {
  const { county = '', key = '' } = typed
  const phone = phoneOf(typed.phone)
  const photos = await takePhotos(county, filesIn(form, 'photos'), { field: 'photos', key })
  if (!photos.ok) return { typed, problem: photos.problem }
  const language = await readLanguage()
  const [kinds, areas] = await Promise.all([pickableKinds(county, language), pickableAreas(county)])
  const position = positionOf(typed.position)
  const reply = await ask(reportCase, {
    params: { county },
    body: {
      ...filled(typed, ['words', 'place']),
      ...(typed.kind && { kind: pickedCode(typed.kind, kinds) }),
      ...(typed.area && { area: pickedCode(typed.area, areas) }),
      ...(position && { position }),
      channel: phone ? 'hotline' : 'web',
      ...(typed.urgency && typed.urgency !== 'ordinary' && { urgent: true }),
      ...(photos.value.length > 0 && { photos: photos.value }),
      ...(phone && { reporter: { phone, ...filled(typed, ['name']) } }),
    },
    key,
  })
  if (!reply.ok) return { typed, problem: await saidTwice(reply.problem) }
  const { id } = reply.value
  // the case stands: a call that could not be noted beside it takes nothing from it
  if (phone) await call(typed, { caseId: id })
  return leaveFor(staffPaths.caseAfter(county, id, 'report'), { typed })
}

const call = (typed: Typed, told: { caseId?: string; answer?: string }): Promise<Reply<unknown>> =>
  ask(recordCall, {
    params: { county: typed.county ?? '' },
    body: {
      phone: phoneOf(typed.phone),
      ...filled(typed, ['name', 'words']),
      kind: typed.callKind as 'report',
      urgency: (typed.urgency ?? 'ordinary') as 'ordinary',
      ...told,
    },
    key: `${typed.key}-call`.slice(0, LONGEST_KEY),
  })

const LONGEST_KEY = 64

async function saidTwice(problem: Problem): Promise<Problem> {
  const { alreadySent } = (await readText()).cases.problem
  return problem.code === 'key-reused' ? { ...problem, ...alreadySent } : problem
}
