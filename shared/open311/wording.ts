import type { Wording } from '../kernel/language.ts'

/** What the open interface says in sentences of its own. */
export const open311Wording = {
  contact: {
    zh: '密钥请向区县数字化城市管理监督指挥中心的系统管理员申请；热线 12319。',
    en: "Ask the system administrator of the county's centre for a key; hotline 12319.",
  },
  keyService: {
    zh: '由区县系统管理员在“设置—接口密钥”中发给；只有提交需要密钥。',
    en: "Given by the county's system administrator under Settings, Interface keys; only POST needs one.",
  },
  component: { zh: '部件', en: 'Component' },
  event: { zh: '事件', en: 'Event' },
  observed: { zh: '现场看到的情况', en: 'What is seen on the spot' },
  observedHint: { zh: '选最接近的一项', en: 'Choose what comes nearest' },
  componentCode: { zh: '部件标识码', en: 'Code of the component' },
  componentHint: { zh: '部件铭牌上的 16 位数字，可不填', en: 'The 16 digits on its plate; may be left out' },
  pictureNotFetched: { zh: '附图未能取回：', en: 'A picture could not be fetched: ' },
  received: { zh: '已收到，请凭编号查询进度。', en: 'Received; follow it by its id.' },
  fetching: {
    zh: '已收到，正在取回图片；请稍后凭 token 查询编号。',
    en: 'Received; its pictures are being fetched. Ask for its id by the token in a while.',
  },
  hears: { zh: '何时告知是否受理：', en: 'You hear whether it is taken up by ' },
} as const satisfies Record<string, Wording>
