import type { Wording } from '../../kernel/language.ts'
import { kindNames } from './names.ts'
import { rowsOf } from './rows.ts'

const names = new Map<string, Wording>(
  rowsOf(kindNames, ' | ').map(([code = '', zh = '', en = '']) => [code, { zh, en }]),
)

/** What a kind is called where no county's catalogue is at hand; undefined for a county's own kinds. */
export const kindName = (code: string): Wording | undefined => names.get(code)

/** What passers-by see most: offered as tiles, before any list. */
export const quickKinds = [
  '20110', // 暴露垃圾
  '20113', // 道路破损
  '10137', // 路灯
  '10103', // 雨水井盖
  '20506', // 道路积水
  '20406', // 占道经营
  '20409', // 机动车乱停放
  '20410', // 非机动车乱停放
  '20136', // 乱堆物堆料
  '20201', // 非法小广告
  '10402', // 行道树
  '20301', // 施工扰民
] as const
