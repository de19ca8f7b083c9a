import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'

/** Real messages and cases, kept beside the project and never in it. */
const DATA = new URL('../../../../shared/data/', import.meta.url)

export const hasRealData = () => existsSync(new URL('boston311_4995.csv', DATA))

const rows = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(new URL(file, DATA), 'utf8').replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data

export interface Message {
  readonly text: string
  readonly label: string
}

/** Chinese messages to a city's board with the class that officials gave them, each text once. */
export function readMessages(): Message[] {
  const messages = rows('cn_messages_labelled_9210_tokenised.csv').map((row) => ({
    // a tokeniser set these spaces; people set none
    text: (row.tokens ?? '').replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''),
    label: row.一级标签 ?? '',
  }))
  return [...new Map(messages.map((message) => [message.text, message])).values()]
}

export interface CityCase {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly queue: string
  readonly neighborhood: string
  readonly place: string
  readonly position: { readonly longitude: number; readonly latitude: number }
  readonly openedMs: number
}

/** Cases of Boston with place, type and the queue that got them, the oldest first. */
export const readCityCases = (): CityCase[] =>
  rows('boston311_4995.csv')
    .map((row) => ({
      id: row.CASE_ENQUIRY_ID ?? '',
      type: row.TYPE ?? '',
      title: row.CASE_TITLE ?? '',
      queue: row.QUEUE ?? '',
      neighborhood: row.neighborhood ?? '',
      place: row.Location ?? '',
      position: { longitude: Number(row.LONGITUDE), latitude: Number(row.LATITUDE) },
      openedMs: Date.parse(`${row.OPEN_DT?.replace(' ', 'T')}Z`),
    }))
    .filter(({ position, openedMs }) => position.latitude > 0 && !Number.isNaN(openedMs))
    .toSorted((a, b) => a.openedMs - b.openedMs)
