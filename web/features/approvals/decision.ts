import type { CaseView } from '#shared/cases/case'
import { type Action, rulesOf } from '#shared/lifecycle/lifecycle'

/** The act that answers a case's open request so: whichever approval it asks for, or the refusal. */
export const decisionOf = (
  { stage, request, actions }: CaseView,
  answer: 'approve' | 'decline',
): Action | undefined =>
  rulesOf(stage)
    .filter(([, { approves, decides }]) =>
      answer === 'decline' ? decides === true : request !== undefined && approves === request.kind,
    )
    .map(([action]) => action)
    .find((action) => actions.some((offered) => offered.action === action))

/** The act that asked for what is open. */
export const askedIn = ({ history, request }: CaseView) =>
  history.findLast(({ action, to }) =>
    rulesOf(to).some(([name, { asks }]) => name === action && asks === request?.kind),
  )
