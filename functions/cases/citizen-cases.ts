import type { Receipt, ReportInput } from '#shared/cases/case'
import type { Refusal } from '#shared/kernel/result'
import { actAsReporter } from './act-as-reporter.ts'
import type { ActNeeds } from './act-on-case.ts'
import { earlierAnswer, type ReportNeeds, reportCase } from './report-case.ts'

interface CitizenReport {
  readonly key: string
  readonly input: ReportInput
}

interface Objection {
  readonly caseId: string
  readonly reason: string
  readonly key: string
}

/** What a citizen may do with the cases of a county: report one, be answered again, object to its result. */
export function citizenCases(needs: ReportNeeds & ActNeeds) {
  const by = { kind: 'reporter' } as const
  return {
    earlier: (report: CitizenReport): Promise<Receipt | Refusal | undefined> =>
      earlierAnswer(needs, { by, ...report }),
    report: (report: CitizenReport) => reportCase(needs)({ by, ...report }),
    object: ({ reason, ...act }: Objection) =>
      actAsReporter(needs)({ ...act, action: 'object', words: reason }),
  }
}
