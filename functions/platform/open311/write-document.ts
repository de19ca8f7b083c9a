import { XMLBuilder } from 'fast-xml-parser'
import { type Document, elementOf, type Value } from '#shared/open311/georeport'

type Format = 'json' | 'xml'

const builder = new XMLBuilder({ ignoreAttributes: true, suppressEmptyNode: false })

/** XML's own rule: characters that may stand in no document, however they are written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const NEVER_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** A document as text: JSON, or the same facts as XML with lists in elements of their own. */
export function writeDocument({ root, value }: Document, format: Format): string {
  if (format === 'json') return JSON.stringify(value)
  return `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ [root]: treeOf(root, value) })}`
}

export const contentTypes: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
}

type Tree = string | { readonly [name: string]: Tree | readonly Tree[] }

function treeOf(name: string, value: Value): Tree {
  if (Array.isArray(value)) {
    const element = elementOf[name]
    if (!element)
      throw new Error(`shared/open311/georeport.ts does not say what elements of ${name} are called.`)
    return value.length === 0 ? '' : { [element]: value.map((one: Value) => treeOf(element, one)) }
  }
  if (typeof value !== 'object') return String(value).replace(NEVER_IN_XML, '')
  const fields = Object.entries(value).filter((entry): entry is [string, Value] => entry[1] !== undefined)
  return Object.fromEntries(fields.map(([field, inner]) => [field, treeOf(field, inner)]))
}
