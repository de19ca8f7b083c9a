import type { Wording } from '../kernel/language.ts'

/**
 * What is laid for a new county, in this order. Each step can be repeated without harm, and is left out by a later
 * attempt once it is done.
 */
export const onboardingSteps = [
  'registry',
  'areas',
  'grids',
  'catalogue',
  'calendar',
  'limits',
  'departments',
  'rules',
  'invitation',
  'health',
] as const
export type OnboardingStep = (typeof onboardingSteps)[number]

export const stepWording: Record<OnboardingStep, Wording> = {
  registry: { zh: '登记', en: 'Registry' },
  areas: { zh: '区域', en: 'Areas' },
  grids: { zh: '单元网格', en: 'Unit grids' },
  catalogue: { zh: '事部件目录', en: 'Catalogue' },
  calendar: { zh: '工作日历', en: 'Calendar' },
  limits: { zh: '阶段时限', en: 'Stage limits' },
  departments: { zh: '部门模板', en: 'Departments' },
  rules: { zh: '派遣规则', en: 'Dispatch rules' },
  invitation: { zh: '首位管理员邀请', en: 'First invitation' },
  health: { zh: '健康检查', en: 'Health check' },
}

export const jobStates = ['running', 'done', 'stopped'] as const
export type JobState = (typeof jobStates)[number]

/** What a step may have to say beside its counts. */
export const stepNotes = [
  'street-level-only',
  'no-division-data',
  'sketched-grids',
  'unconfirmed-kinds',
  'unpublished-years',
] as const
export type StepNote = (typeof stepNotes)[number]

export const noteWording: Record<StepNote, Wording> = {
  'street-level-only': {
    zh: '没有该区县的社区（村）数据，只建到街道（乡镇）；请导入社区和网格。',
    en: 'There is no village data for this county: it is laid to the level of streets and towns. Import villages and grids.',
  },
  'no-division-data': {
    zh: '没有该区域的行政区划数据（非 GB/T 2260 代码）；请导入街道、社区和网格。',
    en: 'There is no division data under this code. Import streets, communities and grids.',
  },
  'sketched-grids': {
    zh: '县城的单元网格是以政府驻地为中心的方格，仅为示意；请绘制建成区边界后重新生成。',
    en: 'The unit grids of the county seat are squares around it, a sketch. Draw the built-up area and lay them anew.',
  },
  'unconfirmed-kinds': {
    zh: '部分类别的时限待确认：不自动派遣，不计入公布数据。',
    en: 'The limits of some kinds await confirmation: they are not dispatched automatically, nor counted in published figures.',
  },
  'unpublished-years': {
    zh: '次年节假日尚未公布，请在公布后导入。',
    en: "Next year's public holidays are not published yet; import them when they are.",
  },
}
