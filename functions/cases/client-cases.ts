import type { Receipt, ReportInput } from '#shared/cases/case'
import type { Refusal } from '#shared/kernel/result'
import { actAsReporter } from './act-as-reporter.ts'
import type { ActNeeds } from './act-on-case.ts'
import { caseIdOf } from './fingerprint.ts'
import { earlierAnswer, type ReportNeeds, reportCase } from './report-case.ts'

/** A submission of a program: `body` is a digest of all that it sent. */
interface Submitted {
  readonly client: string
  readonly body: string
  readonly key: string
}

/** What a program that the county lets in may do with its cases: report one, be answered again, act as who reported. */
export function clientCases(needs: ReportNeeds & ActNeeds) {
  const by = ({ client, body }: Submitted) => ({ kind: 'client', client, body }) as const
  return {
    /** The case that a report under this key is, or will be. */
    idOf: (key: string) => caseIdOf(needs.tenant, key),
    earlier: (sent: Submitted): Promise<Receipt | Refusal | undefined> =>
      earlierAnswer(needs, { by: by(sent), key: sent.key }),
    report: (sent: Submitted, input: ReportInput) =>
      reportCase(needs)({ by: by(sent), key: sent.key, input }),
    act: actAsReporter(needs),
  }
}
