import { layCalendar } from '../calendar/lay-calendar.ts'
import { layLimits } from '../calendar/lay-limits.ts'
import { layCatalogue } from '../catalogue/lay-catalogue.ts'
import { layRules } from '../dispatch/lay-rules.ts'
import { layInvitation } from '../identity/lay-invitation.ts'
import { layAreas } from '../organisation/lay-areas.ts'
import { layDepartments } from '../organisation/lay-departments.ts'
import { layGrids } from '../organisation/lay-grids.ts'
import { tradeClock } from '../platform/clock.ts'
import { createOnboardingStores } from '../platform/dynamo/onboarding-stores.ts'
import { onboardingStep } from '../platform/step-functions/onboarding-step.ts'
import { workflowStep } from '../platform/step-functions/workflow-step.ts'
import { checkHealth } from '../tenants/check-health.ts'
import { doStep } from '../tenants/do-step.ts'
import { layRegistry } from '../tenants/lay-registry.ts'

const { registryOf, organisationOf, invitations, counters, ...stores } = createOnboardingStores()
const lays = {
  registry: layRegistry(stores),
  areas: layAreas(organisationOf),
  grids: layGrids(organisationOf),
  catalogue: layCatalogue(stores),
  calendar: layCalendar(stores),
  limits: layLimits(stores),
  departments: layDepartments(organisationOf),
  rules: layRules(stores),
  invitation: layInvitation(invitations),
  health: checkHealth(counters),
}
export const handler = workflowStep(onboardingStep, doStep({ registryOf, lays, clock: tradeClock }))
