import { realNow } from '../clock.ts'
import { config } from '../config.ts'
import { readSeed } from './issuer/seeds.ts'
import { sealedReader, sealReader } from './reader-address.ts'

let seed: Promise<string> | undefined

/** Read once per container; a failure is met by whoever asks, and the next one tries again. */
function readerSeed(): Promise<string> {
  seed ??= readSeed(config('READER_SECRET')).catch((error) => {
    seed = undefined
    throw error
  })
  return seed
}

/** The portal's side: seals the address that a request came from. */
export const sealAddress = async (address: string): Promise<string> =>
  sealReader(await readerSeed(), address, realNow())

/** The API's side: the address that the portal passed on, where it did. */
export const readerOf = async (header: string): Promise<string | undefined> =>
  sealedReader(await readerSeed(), header, realNow())
