import type { RefusalEntry } from './entry.ts'

/** Of what comes in: photos, reports and calls. */
export const intakeRefusals = {
  'unknown-photo': {
    status: 404,
    zh: { title: '没有这张照片', detail: '本区县没有此编号的照片，请核对编号或重新上传。' },
    en: {
      title: 'No such photo',
      detail: 'This county has no photo of that id. Check the id or upload it again.',
    },
  },
  'photo-missing': {
    status: 409,
    zh: { title: '照片尚未上传', detail: '还没有收到照片文件，请先按给出的地址上传，再提交完成。' },
    en: {
      title: 'The photo has not arrived',
      detail: 'The file has not been received. Upload it to the address given first.',
    },
  },
  'channel-closed': {
    status: 403,
    zh: {
      title: '本区县没有开通这个渠道',
      detail: '本区县目前不接受由此渠道上报，请拨打热线 12319，或改用已开通的渠道。',
    },
    en: {
      title: 'The county does not take reports this way',
      detail: 'This way in is not open here now. Call 12319 or use another way.',
    },
  },
  'proof-needed': {
    status: 403,
    zh: {
      title: '请先完成自动验证',
      detail:
        '您所在的网络或地点上报较多，设备需要先做一次自动计算（约几秒，不用看图认字），请重新获取验证题后再提交。',
    },
    en: {
      title: 'A proof of work is needed first',
      detail:
        'There are many reports from your network or place. Fetch a challenge, let the device compute for some seconds (nothing to look at), and send it again.',
    },
  },
  'too-many-from-network': {
    status: 429,
    zh: {
      title: '所在网络上报过多',
      detail: '您所在的网络一小时内上报太多，请过一小时再试，紧急情况请拨打热线 12319。',
    },
    en: {
      title: 'Too many reports from this network',
      detail:
        'Your network has sent too many within an hour. Try again in an hour; if it is urgent, call 12319.',
    },
  },
  'too-many-at-place': {
    status: 429,
    zh: {
      title: '该地点上报过多',
      detail: '这个地点一小时内已收到很多上报，多半已有人反映同一问题；如情况不同或紧急，请拨打热线 12319。',
    },
    en: {
      title: 'Too many reports at this place',
      detail:
        'There are many reports of this place already, most likely of the same problem. If yours is another or urgent, call 12319.',
    },
  },
  'too-many-from-device': {
    status: 429,
    zh: { title: '今日上报已达上限', detail: '这台设备今天的上报次数已用完，请明天再报，或拨打热线 12319。' },
    en: {
      title: 'No more reports today',
      detail: 'This device has sent all it may today. Report tomorrow, or call 12319.',
    },
  },
  'too-many-of-phone': {
    status: 429,
    zh: {
      title: '今日上报已达上限',
      detail: '这个电话号码今天的上报次数已用完，请明天再报，或拨打热线 12319。',
    },
    en: {
      title: 'No more reports today',
      detail: 'This number has sent all it may today. Report tomorrow, or call 12319.',
    },
  },
  'too-many-tries': {
    status: 429,
    zh: {
      title: '查询码多次错误',
      detail: '查询码错误次数过多，请过一小时再试，或持案卷号拨打热线 12319 查询。',
    },
    en: {
      title: 'Too many wrong codes',
      detail: 'Too many wrong query codes. Try again in an hour, or call 12319 with the case number.',
    },
  },
  'shift-as-asked': {
    status: 409,
    zh: { title: '已是这个状态', detail: '上下班状态已经更新，无需再次打卡；请刷新页面查看。' },
    en: { title: 'Nothing to change', detail: 'You are on or off duty already. Refresh the page to see it.' },
  },
  'rating-not-possible': {
    status: 409,
    zh: { title: '现在还不能评价', detail: '案卷办结后才能评价，请等办结后再来，或先查看进度。' },
    en: {
      title: 'It cannot be rated now',
      detail: 'A result can be rated once the case is done. Come back then, or look at its progress.',
    },
  },
  'rated-already': {
    status: 409,
    zh: { title: '您已评价过', detail: '这次办理结果已经评价过，以第一次为准；如仍未解决，可提出异议。' },
    en: {
      title: 'You have rated it',
      detail: 'This result has been rated; the first one counts. If it is not solved, object to it.',
    },
  },
  'unknown-report': {
    status: 404,
    zh: { title: '没有查到', detail: '没有与此案卷号和查询码相符的上报，请核对回执上的两个号码。' },
    en: {
      title: 'Not found',
      detail: 'No report has this case number and query code. Check both on your receipt.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
