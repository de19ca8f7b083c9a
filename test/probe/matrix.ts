import { accountRows } from './matrix/account-rows.ts'
import { auditRows } from './matrix/audit-rows.ts'
import { caseRows } from './matrix/case-rows.ts'
import { dispatchRows } from './matrix/dispatch-rows.ts'
import { exchangeRows } from './matrix/exchange-rows.ts'
import { figuresRows } from './matrix/figures-rows.ts'
import { groundRows } from './matrix/ground-rows.ts'
import { hotlineRows } from './matrix/hotline-rows.ts'
import { importRows } from './matrix/import-rows.ts'
import { intakeRows } from './matrix/intake-rows.ts'
import { messageRows } from './matrix/message-rows.ts'
import { peopleRows } from './matrix/people-rows.ts'
import type { Row } from './matrix/row.ts'
import { standardsRows } from './matrix/standards-rows.ts'
import { tenantRows } from './matrix/tenant-rows.ts'

/**
 * Who may do what, written by hand and read by eye: nothing here is taken from the contracts, the lifecycle or the code
 * that decides. `npm run probe` sends what this table says and compares the answers; a contract that is new, or whose
 * route, boundary, posts or fields changed, fails until its row says so too.
 */
export const matrix: Readonly<Record<string, Row>> = {
  ...caseRows,
  ...groundRows,
  ...peopleRows,
  ...accountRows,
  ...tenantRows,
  ...standardsRows,
  ...dispatchRows,
  ...importRows,
  ...hotlineRows,
  ...intakeRows,
  ...messageRows,
  ...auditRows,
  ...figuresRows,
  ...exchangeRows,
}
