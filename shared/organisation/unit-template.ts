import type { Area } from './areas.ts'
import { levelOf } from './codes.ts'
import type { NewUnit, UnitKind } from './units.ts'

/** A unit that most counties have, and the classes of the catalogue that it usually answers for. */
type Row = readonly [id: string, name: string, kind: UnitKind, classes: string, actedFor?: 'acted for']

/**
 * 部门模板: a county's usual handling units. Names and classes are a beginning, for the county to change. Companies seldom
 * sign in at first, so the centre acts for them.
 */
const rows: readonly Row[] = [
  ['centre', '数字城管监督指挥中心', 'centre', ''],
  ['urban-management', '城市管理局', 'department', '101 103 201 202 204 205 206'],
  ['sanitation', '环境卫生管理所', 'department', '103 201'],
  ['parks', '园林绿化管理所', 'department', '104'],
  ['municipal-works', '市政设施管理所', 'department', '101 102'],
  ['enforcement', '城市管理综合行政执法支队', 'department', '202 204'],
  ['construction', '住房和城乡建设委员会', 'department', '105 203'],
  ['transport', '交通运输委员会', 'department', '102'],
  ['traffic-police', '公安局交通巡逻警察支队', 'department', '102 204'],
  ['water-resources', '水利局', 'department', '105 205'],
  ['environment', '生态环境局', 'department', '201 203'],
  ['market', '市场监督管理局', 'department', '204'],
  ['planning', '规划和自然资源局', 'department', '203'],
  ['emergency', '应急管理局', 'department', '205'],
  ['health', '卫生健康委员会', 'department', '206'],
  ['agriculture', '农业农村委员会', 'department', '206'],
  ['water-supply', '自来水公司', 'company', '101 205', 'acted for'],
  ['drainage', '排水公司', 'company', '101', 'acted for'],
  ['power', '供电公司', 'company', '101 205', 'acted for'],
  ['gas', '燃气公司', 'company', '101 205', 'acted for'],
  ['telecom', '电信公司', 'company', '101', 'acted for'],
  ['mobile', '移动公司', 'company', '101', 'acted for'],
  ['unicom', '联通公司', 'company', '101', 'acted for'],
  ['cable', '广电网络公司', 'company', '101', 'acted for'],
]

export const unitTemplate: readonly NewUnit[] = rows.map(([id, name, kind, classes, actedFor]) => ({
  id,
  name,
  kind,
  classes: classes.split(' ').filter(Boolean),
  duty: [],
  actedFor: actedFor !== undefined,
  retired: false,
}))

/** A street, town, community or village as a handling unit. Communities and villages begin as acted for. */
export const unitOfArea = ({ code, name }: Pick<Area, 'code' | 'name'>): NewUnit => {
  const level = levelOf(code)
  return {
    id: code,
    name,
    kind: level === 'street' ? 'street' : 'community',
    area: code,
    classes: [],
    duty: [],
    actedFor: level === 'community',
    retired: false,
  }
}
