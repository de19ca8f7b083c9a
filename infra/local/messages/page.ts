import { escapeXml } from '../kernel/xml.ts'
import type { OutgoingMessage } from './outgoing.ts'

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1f2933 }
  article { border: 1px solid #cbd2d9; border-radius: 6px; margin: 1rem 0; padding: .75rem 1rem }
  header { color: #52606d; font-size: .875rem } h2 { font-size: 1rem; margin: .25rem 0 }
  pre { font: inherit; margin: .25rem 0; white-space: pre-wrap; overflow-wrap: anywhere }`

/** The outbox page, newest first. Everything shown was written by others, so all of it is escaped. */
export function renderPage(messages: OutgoingMessage[]): string {
  const content =
    messages.length === 0 ? '<p>尚无消息 · Nothing was sent yet</p>' : messages.map(renderMessage).join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>发件箱 · Outbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>发件箱 · Outbox</h1>
<p>本机不向外发送任何消息，这里显示本应发出的内容。 · Nothing leaves this machine; this is what would have.</p>
${content}
</main>
</body>
</html>
`
}

function renderMessage(message: OutgoingMessage): string {
  const { id, at, channel, from, to, subject, body } = message
  const line = [
    `#${id}`,
    new Date(at).toISOString(),
    channel,
    [from, to].filter((one) => one !== '').join(' → '),
  ]
  return `<article>
<header>${line.map(escapeXml).join(' · ')}</header>
${subject === '' ? '' : `<h2>${escapeXml(subject)}</h2>\n`}<pre>${escapeXml(body)}</pre>
</article>`
}
