import type { Language, Wording } from '../kernel/language.ts'
import type { DeliveryFault, MessageRecord, MessageState } from './message.ts'

const stateWording: Record<MessageState, Wording> = {
  queued: { zh: '待发送', en: 'Waiting for its turn' },
  held: { zh: '免打扰时段，结束后发送', en: 'Held until the quiet hours end' },
  sending: { zh: '发送中', en: 'Being sent' },
  failed: { zh: '发送失败，将自动重试', en: 'Failed, tried again by itself' },
  sent: { zh: '已发送', en: 'Sent' },
  unconfirmed: {
    zh: '结果不明，请先问对方是否收到再重发',
    en: 'Not known: ask the receiver before sending it again',
  },
  'gave-up': { zh: '未能发出，不再重试', en: 'Not sent, tried no more' },
  'no-gateway': { zh: '未发送：本系统未接入短信网关', en: 'Not sent: this installation has no gateway' },
}

const faultWording: Record<DeliveryFault, Wording> = {
  'no-address': { zh: '收件人没有可收短信的手机号码', en: 'the person has no mobile number' },
  'content-expired': {
    zh: '已超过七天，内容不再保留',
    en: 'older than seven days, its words are kept no longer',
  },
  'too-long': { zh: '内容过长', en: 'too long' },
  'turned-down': { zh: '网关拒收', en: 'turned down by the gateway' },
  throttled: { zh: '网关限流', en: 'held back by the gateway' },
  unreachable: { zh: '网关不通', en: 'the gateway cannot be reached' },
  timeout: { zh: '网关没有应答', en: 'the gateway did not answer' },
  'gateway-error': { zh: '网关出错', en: 'the gateway failed' },
  'gateway-forbidden': { zh: '网关地址不允许访问', en: "the gateway's address may not be called" },
}

/** Where a message stands and why, for people. */
export function standingOf(
  { state, fault }: Pick<MessageRecord, 'state' | 'fault'>,
  language: Language,
): string {
  const words = stateWording[state][language]
  if (!fault) return words
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')']
  return `${words}${open}${faultWording[fault][language]}${close}`
}
