import { SaxesParser } from 'saxes'
import { FileRefused } from './refused.ts'

/** What the parts of a workbook are made of. Names come without their prefix. */
export type XmlEvent =
  | { readonly open: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly close: string }
  | { readonly text: string }

type Decoder = InstanceType<typeof TextDecoder>
const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * The events of an XML document, piece by piece. Characters that lie across two pieces stay whole, which exceljs's own
 * streaming reader cuts. Entities that a document declares itself are not known, so none can be made to grow.
 */
export async function* eventsOf(pieces: AsyncIterable<Buffer>, entry: string): AsyncIterable<XmlEvent> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let events: XmlEvent[] = []
  parser.on('opentag', ({ name, attributes }) => {
    events.push({ open: local(name), attributes: attributes as Record<string, string> })
  })
  parser.on('closetag', ({ name }) => events.push({ close: local(name) }))
  parser.on('text', (text) => events.push({ text }))
  parser.on('cdata', (text) => events.push({ text }))
  const parse = (text: string) => {
    try {
      parser.write(text)
    } catch {
      throw new FileRefused('xml-broken', { entry })
    }
  }
  for await (const piece of pieces) {
    parse(decodedBy(decoder, piece, entry))
    yield* events
    events = []
  }
  parse(decodedBy(decoder, undefined, entry))
  try {
    parser.close()
  } catch {
    throw new FileRefused('xml-broken', { entry })
  }
  yield* events
}

function decodedBy(decoder: Decoder, piece: Buffer | undefined, entry: string): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    throw new FileRefused('xml-broken', { entry })
  }
}
