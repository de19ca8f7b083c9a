/** What becomes an element: texts and numbers its content, an array the element repeated, undefined nothing. */
export type XmlValue =
  | string
  | number
  | boolean
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const escapeXml = (text: string) => text.replace(/[&<>"'\r]/g, (char) => `&#${char.charCodeAt(0)};`)

/** `toXml('A', { B: [1, 2] })` is `<A><B>1</B><B>2</B></A>`. */
export function toXml(name: string, value: XmlValue): string {
  if (value === undefined) return ''
  if (isArray(value)) return value.map((item) => toXml(name, item)).join('')
  const content =
    typeof value === 'object'
      ? Object.entries(value)
          .map(([child, inner]) => toXml(child, inner))
          .join('')
      : escapeXml(String(value))
  return `<${name}>${content}</${name.split(' ', 1)[0]}>`
}

const isArray = (value: XmlValue): value is readonly XmlValue[] => Array.isArray(value)

export interface XmlElement {
  name: string
  text: string
  children: XmlElement[]
}

const TOKEN = /<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w.:-]+)[^<>]*?(\/?)>|([^<]+)/y

/**
 * Reads the small documents that AWS clients send: elements and text; attributes and namespaces are passed over.
 * Undefined when the text is not well formed.
 */
export function readXml(source: string): XmlElement | undefined {
  const text = source.trim()
  const root: XmlElement = { name: '', text: '', children: [] }
  const open = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)
    if (!token) return undefined
    const [, closing, name, selfClosing, content] = token
    const current = open.at(-1)!
    if (content !== undefined) current.text += unescapeXml(content)
    else if (name === undefined) continue
    else if (closing) {
      if (current.name !== name || open.length === 1) return undefined
      open.pop()
    } else {
      const element = { name, text: '', children: [] }
      current.children.push(element)
      if (!selfClosing) open.push(element)
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined
}

const unescapeXml = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

export const childrenOf = (element: XmlElement | undefined, name: string) =>
  element?.children.filter((child) => child.name === name) ?? []

export const textOf = (element: XmlElement | undefined, name: string) => childrenOf(element, name)[0]?.text
