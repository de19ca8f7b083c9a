import { createStore, del, entries, get, set, type UseStore, update } from 'idb-keyval'

/** Runs in the browser. What somebody did outside, kept on the device until the centre has it. */

export interface OutboxItem {
  /** Its idempotency key: however often it is sent, it counts once. */
  readonly key: string
  /** What it is sent in the order of. */
  readonly place: string
  readonly title: string
  readonly at: string
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed'
  /** Of a hundred, while it is sent. */
  readonly progress?: number
  readonly reason?: string
  /** The case's number, once it is sent. */
  readonly number?: string
  /** Of an act: the case that it is on. */
  readonly caseId?: string
  readonly fields: Readonly<Record<string, string>>
  readonly photos: Readonly<Record<string, readonly Blob[]>>
}

export type NewItem = Pick<OutboxItem, 'title' | 'fields' | 'photos' | 'caseId'>

const CHANNEL = 'outbox'
/** Sent ones are shown for a while, without their pictures. */
const SENT_KEPT = 20

/** Each county has its own: who works in two mixes nothing. */
const stores = new Map<string, UseStore>()
function storeOf(county: string): UseStore {
  const store = stores.get(county) ?? createStore(`outbox-${county}`, 'items')
  stores.set(county, store)
  return store
}

let counter = 0
/** Rises with time, and within a millisecond by the counter; sorts as text. */
const nextPlace = () => `${String(Date.now()).padStart(15, '0')}-${String(counter++).padStart(6, '0')}`

export async function addItem(county: string, item: NewItem): Promise<void> {
  const place = nextPlace()
  const whole: OutboxItem = {
    ...item,
    key: crypto.randomUUID(),
    place,
    at: new Date().toISOString(),
    state: 'waiting',
  }
  await set(place, whole, storeOf(county))
  tell(county)
}

/** In the order in which they were made. */
export async function readItems(county: string): Promise<OutboxItem[]> {
  const found = await entries<string, OutboxItem>(storeOf(county))
  return found.map(([, item]) => item).toSorted((a, b) => (a.place < b.place ? -1 : 1))
}

export const readItem = (county: string, place: string): Promise<OutboxItem | undefined> =>
  get(place, storeOf(county))

export async function changeItem(county: string, place: string, what: Partial<OutboxItem>): Promise<void> {
  await update<OutboxItem>(
    place,
    (before) => {
      if (!before) throw new Error('The item is gone.')
      return { ...before, ...what }
    },
    storeOf(county),
  )
  tell(county)
}

export async function discardItem(county: string, place: string): Promise<void> {
  await del(place, storeOf(county))
  tell(county)
}

/** Of those that were sent only the last are kept. */
export async function tidy(county: string): Promise<void> {
  const sent = (await readItems(county)).filter(({ state }) => state === 'sent')
  for (const { place } of sent.slice(0, -SENT_KEPT)) await del(place, storeOf(county))
}

export const isUnsent = ({ state }: OutboxItem): boolean => state !== 'sent'

/** Tells this page and others of the same browser that something changed. */
function tell(county: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(county)
  channel.close()
  window.dispatchEvent(new CustomEvent(CHANNEL, { detail: county }))
}

/** Calls back after every change of the county's outbox; returns what ends it. */
export function watchOutbox(county: string, changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => data === county && changed()
  window.addEventListener(CHANNEL, changed)
  return () => {
    channel.close()
    window.removeEventListener(CHANNEL, changed)
  }
}
