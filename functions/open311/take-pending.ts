import type { ReportInput } from '#shared/cases/case'
import { clientPerson } from '#shared/exchange/client-person'
import { isRefusal } from '#shared/kernel/result'
import { open311Wording } from '#shared/open311/wording'
import type { ClientCases, FetchPicture, KeepPicture, PendingReports } from './ports.ts'

interface Needs {
  readonly pending: PendingReports
  readonly keepPicture: KeepPicture
  readonly fetchPicture: FetchPicture
  readonly cases: ClientCases
}

/**
 * Takes a report whose pictures stood elsewhere: those that can be had become its photos, of others the address stands in
 * its words, so that whoever accepts it can look for themselves. Repeated, it finds the case made.
 */
export const takePending =
  ({ pending, keepPicture, fetchPicture, cases }: Needs) =>
  async (id: string): Promise<void> => {
    const report = await pending.of(id)
    if (!report || report === 'taken') return
    const { client, body, key, input, pictures } = report
    const photos: string[] = [...(input.photos ?? [])]
    const missing: string[] = []
    for (const [at, url] of pictures.entries()) {
      const bytes = await fetchPicture(url)
      const by = { person: clientPerson(client), key: `${key} fetched ${at}` }
      const kept = bytes && (await keepPicture(by, bytes))
      if (typeof kept === 'string') photos.push(kept)
      else missing.push(url)
    }
    const receipt = await cases.report({ client, body, key }, whole(input, photos, missing))
    if (isRefusal(receipt)) throw new Error(`A report that was promised was refused: ${receipt.refused}`)
    await pending.taken(id)
  }

const whole = (input: ReportInput, photos: string[], missing: readonly string[]): ReportInput => ({
  ...input,
  words: [input.words, ...missing.map((url) => `${open311Wording.pictureNotFetched.zh}${url}`)].join('\n'),
  ...(photos.length > 0 && { photos }),
})
