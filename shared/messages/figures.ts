import type { MessageFigures } from './contract.ts'
import { isWaiting, type MessageRecord, type MessageState } from './message.ts'
import { type TemplateName, templateNames } from './templates.ts'

type Standing = Pick<MessageRecord, 'state' | 'template'>

/** What became of messages, counted: all together, and by template in the order of the templates. */
export function figuresOf(standings: readonly Standing[]) {
  const of = (template: TemplateName) => standings.filter((one) => one.template === template)
  return {
    all: count(standings),
    templates: templateNames
      .map((template) => ({ template, ...count(of(template)) }))
      .filter(({ posted }) => posted > 0),
  }
}

function count(standings: readonly Standing[]): MessageFigures {
  const at = (state: MessageState) => standings.filter((one) => one.state === state).length
  return {
    posted: standings.length,
    sent: at('sent'),
    waiting: standings.filter(isWaiting).length,
    unconfirmed: at('unconfirmed'),
    notSent: at('gave-up') + at('no-gateway'),
  }
}
