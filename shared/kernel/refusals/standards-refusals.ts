import type { RefusalEntry } from './entry.ts'

/** Of calendars, catalogues and dispatch rules. */
export const standardsRefusals = {
  'unknown-calendar': {
    status: 404,
    zh: { title: '没有这个日历版本', detail: '本市没有发布过此版本的日历，请核对版本号。' },
    en: {
      title: 'No such calendar',
      detail: 'The city has published no calendar of that version. Check the version.',
    },
  },
  'unknown-catalogue': {
    status: 404,
    zh: {
      title: '没有这个目录版本',
      detail: '没有发布过此版本的事部件目录，或本区县的目录尚未建立。请核对版本号，或先完成开通。',
    },
    en: {
      title: 'No such catalogue',
      detail:
        'There is no catalogue of that version, or the county has none yet. Check the version, or finish the onboarding.',
    },
  },
  'unknown-kind': {
    status: 404,
    zh: { title: '没有这个小类', detail: '目录中没有此代码的小类，请核对五位代码。' },
    en: { title: 'No such kind', detail: 'The catalogue has no kind of that code. Check the five digits.' },
  },
  'version-taken': {
    status: 409,
    zh: { title: '版本号已用过', detail: '已发布的版本不能更改。请换一个未用过的版本号重新发布。' },
    en: {
      title: 'Version already used',
      detail: 'A published version cannot be changed. Publish under a version that nobody has used.',
    },
  },
  'no-draft': {
    status: 404,
    zh: { title: '没有目录草稿', detail: '本市没有尚未发布的目录草稿，请先导入。' },
    en: { title: 'No draft', detail: 'The city has no draft that is not published yet. Import one first.' },
  },
  'code-collision': {
    status: 409,
    zh: {
      title: '代码与本区县的扩展小类冲突',
      detail: '下发的目录把本区县扩展小类的代码给了另一个小类。请联系市级主管部门换用其他代码后重新下发。',
    },
    en: {
      title: "A code is the county's own",
      detail:
        'The template gives the code of a kind of the county to another kind. Ask the city commission to choose another code and offer it again.',
    },
  },
  'codes-exhausted': {
    status: 409,
    zh: {
      title: '扩展代码已用完',
      detail: '该大类从 99 往下的代码已全部用完，请改用其他大类，或使用已有的小类。',
    },
    en: {
      title: 'No codes left',
      detail: 'All codes of this class are used. Choose another class or a kind that is there.',
    },
  },
  'unknown-rule-book': {
    status: 404,
    zh: {
      title: '没有这个版本的派遣规则',
      detail: '本区县尚未发布派遣规则，或没有此版本。请核对版本号，或先发布规则。',
    },
    en: {
      title: 'No such dispatch rules',
      detail:
        'The county has published no dispatch rules yet, or none of that version. Check the version, or publish rules first.',
    },
  },
  'already-decided': {
    status: 409,
    zh: { title: '已经审批过', detail: '该扩展小类已有审批结果，不能再改。如需变更，请由区县重新申请。' },
    en: {
      title: 'Already decided',
      detail: 'This extension has been decided, which stands. The county may propose it anew.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
