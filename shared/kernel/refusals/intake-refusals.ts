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
} as const satisfies Record<string, RefusalEntry>
