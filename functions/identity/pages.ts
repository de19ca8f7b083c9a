import { identityWords } from '#shared/identity/wording'
import { type ChangeNeeds, changePassword } from './change-password.ts'
import { invitationPage, passwordPage } from './pages/account-pages.ts'
import { faultPage, saying } from './pages/frame.ts'
import { codePage, enrolmentPage, signInPage } from './pages/sign-in-pages.ts'
import type { Pages, Shown, Visit } from './ports.ts'
import { enrol, enterCode, enterPassword, type SignInNeeds, type SignInOutcome } from './sign-in.ts'
import { type TakingUpNeeds, takeUpInvitation, welcome } from './take-up-invitation.ts'

export type PageNeeds = SignInNeeds & TakingUpNeeds & ChangeNeeds

const page = (text: string, status = 200): Shown => ({ status, page: text })

type Show = (needs: PageNeeds, visit: Visit) => Promise<Shown>

function pageAt(path: string): Show | undefined {
  if (path.startsWith('/interaction/')) return signInVisit
  if (path === '/invitation') return invitationVisit
  return path === '/password' ? passwordVisit : undefined
}

/** The issuer's pages by their paths; every form works without a script. */
export const identityPages = (needs: PageNeeds): Pages => ({
  has: (path) => pageAt(path) !== undefined,
  async visit(visit) {
    const show = pageAt(visit.path)
    return show ? show(needs, visit) : page(faultPage(visit.language, 'not-found'), 404)
  },
  fault: faultPage,
})

async function signInVisit(needs: PageNeeds, visit: Visit): Promise<Shown> {
  const { language, signIn, method, form } = visit
  if (signIn === undefined) return page(faultPage(language, 'sign-in-over'), 400)
  if (method === 'GET') return page(await stepPage(needs, visit, signIn))
  const outcome = await take(needs, signIn, form)
  if ('done' in outcome) return { signedIn: outcome.done }
  if ('next' in outcome) return page(await stepPage(needs, visit, signIn))
  const { fault } = outcome
  const again = form.step === 'password' || ['locked', 'start-again'].includes(fault)
  return page(
    again
      ? signInPage({ language, fault, account: form.account ?? '' })
      : await stepPage(needs, visit, signIn, fault),
    statusOf(fault),
  )
}

const statusOf = (fault: string) => (fault === 'busy' ? 503 : 400)

function take(needs: PageNeeds, signIn: string, form: Visit['form']): Promise<SignInOutcome> {
  const code = (form.code ?? '').replaceAll(' ', '')
  if (form.step === 'code') return enterCode(needs)({ signIn, code })
  if (form.step === 'enrol') return enrol(needs)({ signIn, code })
  const { account = '', password = '' } = form
  return enterPassword(needs)({ signIn, account, password })
}

/** The page of the step that the sign-in has come to. */
async function stepPage(
  { attempts, codes }: PageNeeds,
  { language }: Visit,
  signIn: string,
  fault?: Extract<SignInOutcome, { fault: string }>['fault'],
): Promise<string> {
  const attempt = await attempts.attempt(signIn)
  const facing = { language, ...(fault && { fault }) }
  if (!attempt) return signInPage(facing)
  if (attempt.enrolling === undefined) return codePage(facing)
  const picture = codes.picture(codes.address(attempt.enrolling, attempt.account))
  return enrolmentPage({ ...facing, secret: attempt.enrolling, picture })
}

async function invitationVisit(needs: PageNeeds, visit: Visit): Promise<Shown> {
  const { language, method, form, query } = visit
  const to = query.to ?? ''
  const seen = await welcome(needs)(to)
  if (typeof seen === 'string') return page(faultPage(language, seen), 400)
  const fixed = seen.account !== undefined
  const account = seen.account?.name ?? form.account ?? ''
  if (method === 'GET') return page(invitationPage({ language, account, fixed }))
  const { new: password = '', repeat = '' } = form
  const taken = await takeUpInvitation(needs)({ to, account, password, repeat })
  if (typeof taken === 'string') return page(invitationPage({ language, account, fixed, fault: taken }), 400)
  return page(saying(language, identityWords[language].invitation.done, 'good'))
}

async function passwordVisit(needs: PageNeeds, { language, method, form }: Visit): Promise<Shown> {
  if (method === 'GET') return page(passwordPage({ language }))
  const { account = '', password = '', repeat = '' } = form
  const code = (form.code ?? '').replaceAll(' ', '')
  const entered = { account, password, code, new: form.new ?? '', repeat }
  const outcome = await changePassword(needs)(entered)
  if (outcome !== 'changed') return page(passwordPage({ language, account, fault: outcome }), 400)
  return page(saying(language, identityWords[language].password.done, 'good'))
}
