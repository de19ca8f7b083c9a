import type { RefusalEntry } from './entry.ts'

/** Of imports. */
export const importRefusals = {
  'unknown-import': {
    status: 404,
    zh: { title: '没有这次导入', detail: '本区县没有此编号的导入，请从导入记录中选择。' },
    en: {
      title: 'No such import',
      detail: 'This county has no import of that id. Choose one from the list of imports.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
