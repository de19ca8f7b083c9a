import type { ReportInput } from '#shared/cases/case'
import type { PublicReceipt } from '#shared/intake/citizen-contract'
import type { Proof } from '#shared/intake/proof-of-work'
import type { Language } from '#shared/kernel/language'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { publicStatusWording } from '#shared/lifecycle/wording'
import { type GateNeeds, passGate } from './pass-gate.ts'
import type { CitizenCases } from './ports.ts'
import { queryCodeOf } from './query-code.ts'

export interface PublicReport {
  readonly key: string
  readonly address: string
  readonly input: ReportInput & { readonly device: string; readonly proof?: Proof }
  readonly language: Language
}

/** No member of the staff has such a key. */
export const citizenKey = (key: string) => `citizen ${key}`

/**
 * Takes a report from somebody who has not signed in, if they pass the gate. A repeat is answered as the first was, be the
 * channel closed by then, and counts nowhere.
 */
export const reportPublicly =
  (needs: GateNeeds & { readonly cases: CitizenCases; readonly isOpen: boolean }) =>
  async ({ key, address, input, language }: PublicReport): Promise<PublicReceipt | Refusal> => {
    const { device, proof, ...told } = input
    const report = { key: citizenKey(key), input: told }
    const sender = { address, device, proof, phone: told.reporter?.phone, position: told.position }
    const comesIn = () => (needs.isOpen ? passGate(needs)('report', sender) : refuse('channel-closed'))
    const answer =
      (await needs.cases.earlier(report)) ?? (await comesIn()) ?? (await needs.cases.report(report))
    if (isRefusal(answer)) return answer
    return {
      number: answer.number,
      queryCode: await queryCodeOf(needs.digests, answer.id),
      status: answer.publicStatus,
      name: publicStatusWording[answer.publicStatus][language],
      at: answer.at,
      ...(answer.due && { nextBy: answer.due }),
    }
  }
