import type { RefusalEntry } from './entry.ts'

/** Of messages. */
export const messageRefusals = {
  'unknown-message': {
    status: 404,
    zh: { title: '没有这条消息', detail: '本区县没有此编号的消息，请刷新列表后核对。' },
    en: {
      title: 'No such message',
      detail: 'This county has no message of that id. Reload the list and check.',
    },
  },
  'message-changed': {
    status: 409,
    zh: {
      title: '消息状态已变化',
      detail: '您查看之后这条消息的状态已有变化，没有重发。请刷新后按最新情况操作。',
    },
    en: {
      title: 'The message has moved on',
      detail: 'Its state changed after you looked at it, so it was not sent again. Reload it and try again.',
    },
  },
  'message-not-resendable': {
    status: 409,
    zh: {
      title: '这条消息不能重发',
      detail: '只有未能发出、结果不明或未接入网关的消息可以重发；已发送和等待发送的不需要重发。',
    },
    en: {
      title: 'This message cannot be sent again',
      detail:
        'Only what was given up, is unconfirmed or had no gateway can be sent again; what was sent or still waits need not be.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
