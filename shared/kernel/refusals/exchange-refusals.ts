import type { RefusalEntry } from './entry.ts'

/** Of programs of others that a county lets in, and of what they ask. */
export const exchangeRefusals = {
  'unknown-client': {
    status: 404,
    zh: { title: '没有这个客户端', detail: '本区县没有此编号的接口客户端，请刷新列表后核对。' },
    en: {
      title: 'No such client',
      detail: 'This county has no client of that id. Reload the list and check.',
    },
  },
  'client-changed': {
    status: 409,
    zh: {
      title: '客户端已有变化',
      detail: '您查看之后这个客户端已被他人更换密钥或停用，本次操作没有保存。请刷新后按最新情况操作。',
    },
    en: {
      title: 'The client has changed',
      detail: 'Its key was renewed or it was shut out since you looked. Nothing was saved; reload and go on.',
    },
  },
  'client-revoked': {
    status: 409,
    zh: {
      title: '客户端已停用',
      detail: '已停用的客户端不能再更换密钥或停用；如需恢复对接，请新建一个客户端。',
    },
    en: {
      title: 'The client was shut out',
      detail: 'A client that was shut out stays so. To connect it again create a new one.',
    },
  },
  'too-many-clients': {
    status: 409,
    zh: { title: '客户端已满', detail: '每个区县最多 50 个在用的接口客户端，请先停用不再使用的，再新建。' },
    en: { title: 'No more clients', detail: 'A county has 50 clients in use at most. Shut out one first.' },
  },
  'unknown-webhook': {
    status: 404,
    zh: { title: '没有这个推送地址', detail: '本区县没有此编号的推送地址，请刷新列表后核对。' },
    en: {
      title: 'No such endpoint',
      detail: 'This county has no endpoint of that id. Reload the list and check.',
    },
  },
  'webhook-changed': {
    status: 409,
    zh: {
      title: '推送地址已有变化',
      detail: '您查看之后它已被停用或启用，本次操作没有保存。请刷新后再操作。',
    },
    en: {
      title: 'The endpoint has changed',
      detail: 'It was switched since you looked. Nothing was saved; reload.',
    },
  },
  'too-many-webhooks': {
    status: 409,
    zh: { title: '推送地址已满', detail: '每个区县最多 20 个推送地址，请改用已有的，或合并事件。' },
    en: { title: 'No more endpoints', detail: 'A county has 20 endpoints at most. Use one that is there.' },
  },
  'unknown-delivery': {
    status: 404,
    zh: { title: '没有这条推送', detail: '没有此编号的推送记录，可能已过六十天，请刷新列表后核对。' },
    en: {
      title: 'No such delivery',
      detail: 'There is none of that id, or it is older than sixty days. Reload the list.',
    },
  },
  'delivery-changed': {
    status: 409,
    zh: { title: '推送状态已变化', detail: '您查看之后这条推送已有新的结果，没有重发。请刷新后再操作。' },
    en: {
      title: 'The delivery has moved on',
      detail: 'Something became of it since you looked. Nothing was sent; reload.',
    },
  },
  'jurisdiction-missing': {
    status: 400,
    zh: {
      title: '缺少 jurisdiction_id',
      detail: '这个接口服务多个区县，请用 jurisdiction_id 写明六位区划代码，例如 500235。',
    },
    en: {
      title: 'jurisdiction_id missing',
      detail: 'This endpoint serves several counties. Name one by its six-digit code, such as 500235.',
    },
  },
  'unknown-jurisdiction': {
    status: 404,
    zh: { title: '没有这个区县', detail: 'jurisdiction_id 不是已开通区县的六位区划代码，请核对。' },
    en: {
      title: 'No such jurisdiction',
      detail: 'jurisdiction_id is not the code of a county served here. Check it.',
    },
  },
  'unknown-service': {
    status: 404,
    zh: { title: '没有这个小类', detail: '本区县没有此 service_code，请重新读取 services 列表后选用。' },
    en: {
      title: 'No such service',
      detail: 'The county has no such service_code. Fetch the list of services anew.',
    },
  },
  'unknown-request': {
    status: 404,
    zh: { title: '没有这个请求', detail: '本区县没有此编号的请求，请核对 service_request_id。' },
    en: {
      title: 'No such request',
      detail: 'The county has no request of that id. Check service_request_id.',
    },
  },
  'unknown-token': {
    status: 404,
    zh: { title: '没有这个 token', detail: '没有与此 token 对应的请求，请核对；提交未成功的请重新提交。' },
    en: {
      title: 'No such token',
      detail: 'No request belongs to this token. Check it, or send the request again.',
    },
  },
  'client-key-missing': {
    status: 403,
    zh: { title: '缺少 api_key', detail: '提交需要接口密钥，请带上 api_key；密钥请向区县系统管理员申请。' },
    en: {
      title: 'api_key missing',
      detail: 'Sending needs a key. Ask the county for one and send it as api_key.',
    },
  },
  'client-key-invalid': {
    status: 403,
    zh: {
      title: 'api_key 无效',
      detail: '这个密钥不是本区县在用的密钥，可能已更换或停用，请核对或向区县系统管理员重新申请。',
    },
    en: {
      title: 'api_key not valid',
      detail:
        'No key in use in this county: it may have been renewed or revoked. Check it or ask for another.',
    },
  },
  'too-many-from-client': {
    status: 429,
    zh: { title: '请求过多', detail: '这个密钥一小时内的请求太多，请过一小时再试，并适当降低轮询频率。' },
    en: {
      title: 'Too many requests',
      detail: 'This key has asked too often within an hour. Wait, and ask less often.',
    },
  },
  'span-too-long': {
    status: 400,
    zh: { title: '时间跨度过长', detail: 'start_date 与 end_date 最多相隔 90 天，请分段查询。' },
    en: {
      title: 'Too long a time',
      detail: 'start_date and end_date are 90 days apart at most. Ask in parts.',
    },
  },
  'bad-form': {
    status: 400,
    zh: {
      title: '表单无法读取',
      detail: '提交的内容不是完整的 UTF-8 表单，请检查编码和分隔后重新提交。',
    },
    en: {
      title: 'The form cannot be read',
      detail: 'It is no whole form in UTF-8. Check its encoding and send it again.',
    },
  },
  'wrong-form-type': {
    status: 415,
    zh: {
      title: '内容类型不支持',
      detail: '请以 application/x-www-form-urlencoded 提交；带照片文件时用 multipart/form-data。',
    },
    en: {
      title: 'Content type not supported',
      detail: 'Send application/x-www-form-urlencoded, or multipart/form-data where pictures come along.',
    },
  },
  'picture-unusable': {
    status: 400,
    zh: {
      title: '照片无法使用',
      detail: '照片应为未损坏的 JPEG、PNG 或 WebP，不超过 5000 万像素，请更换后重新提交；没有登记任何内容。',
    },
    en: {
      title: 'The picture cannot be used',
      detail: 'Send an undamaged JPEG, PNG or WebP of 50 million pixels at most. Nothing was entered.',
    },
  },
  'not-own-request': {
    status: 403,
    zh: { title: '不是您提交的请求', detail: '只能更新由同一客户端提交的请求，请核对编号或密钥。' },
    en: {
      title: 'Not your request',
      detail: 'Only who sent a request may update it. Check the id or the key.',
    },
  },
  'update-taken': {
    status: 409,
    zh: { title: '更新编号已用过', detail: '这个 update_id 已用于另一条更新，请换一个新的编号。' },
    en: {
      title: 'update_id already used',
      detail: 'That update_id belongs to another update. Use a new one.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
