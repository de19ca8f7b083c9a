import type { CaseRecord } from '#shared/cases/record'
import { newCase } from '#shared/cases/report'
import type { Terms } from '#shared/cases/terms'
import { tenantCode } from '#shared/kernel/ids'
import { chinaDate, instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { caseIdOf, keyDigest } from './fingerprint.ts'
import type { CarryPhotos, CaseFile, CaseNumbers, CaseStore, Contacts } from './ports.ts'

interface Needs {
  storesOf(tenant: string): { readonly store: CaseStore; readonly numbers: CaseNumbers }
  contactsOf(tenant: string): Pick<Contacts, 'of'>
  termsOf(tenant: string): Promise<Terms>
  readonly carryPhotos: CarryPhotos
  readonly clock: Clock
}

/** A report has nine at most. */
const MOST_PHOTOS = 9

/** What was reported first, then what was seen of it since. */
const photosOf = ({ words, history }: CaseFile) =>
  [
    ...new Set([
      ...(words.photos ?? []),
      ...history.flatMap(({ evidence: { photosBefore = [], photos = [] } }) => [...photosBefore, ...photos]),
    ]),
  ].slice(0, MOST_PHOTOS)

/**
 * 移交: a case that was passed on to another county goes on there as a new one, linked to it, with whoever reported it and
 * the time that has gone by. Told twice, it is made once: its id follows from the case. Its photos come along.
 */
export const passOn =
  ({ storesOf, contactsOf, termsOf, carryPhotos, clock }: Needs) =>
  async ({ before, after }: { before?: CaseRecord; after: CaseRecord }): Promise<void> => {
    const to = after.transferredTo
    if (before?.transferredTo !== undefined || !tenantCode.safeParse(to).success || !to) return
    const receiver = storesOf(to)
    const key = `transfer-${after.id}`
    const id = caseIdOf(to, key)
    if (await receiver.store.read(id)) return
    const file = await storesOf(after.tenant).store.readFile(after.id)
    if (!file) throw new Error('A case that was passed on is not there.')
    const [terms, reporter] = await Promise.all([termsOf(to), contactsOf(after.tenant).of(after.id)])
    const nowMs = clock.now()
    const number = await receiver.numbers.next(chinaDate(nowMs))
    if (!number) throw new Error('The receiving county has no case number left today.')
    const { words, place, position } = file.words
    const photos = await carryPhotos(after.tenant, to, photosOf(file))
    const passed = file.history.find(({ evidence }) => evidence.to === to)
    await receiver.store.create(
      newCase(
        { tenant: to, id, number },
        {
          words,
          place,
          ...(position && { position }),
          ...(photos.length > 0 && { photos: [...photos] }),
          ...(after.kind && { kind: after.kind }),
          ...(reporter && { reporter }),
        },
        {
          post: 'system',
          channel: 'exchange',
          at: instantOf(nowMs),
          key,
          keyDigest: keyDigest(key),
          bodyHash: bodyHashOf({ from: after.tenant, case: after.id }),
          digest: sha256,
          passedOn: {
            reportedAt: after.reportedAt,
            origin: { tenant: after.tenant, number: after.number },
            reason: passed?.evidence.reason ?? '',
          },
        },
        terms,
      ),
    )
  }
