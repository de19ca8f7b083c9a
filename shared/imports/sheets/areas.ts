import { areaClassWording } from '../../organisation/areas.ts'
import type { Sheet } from '../sheet.ts'

const classes = Object.fromEntries(Object.entries(areaClassWording).map(([code, { zh }]) => [zh, code]))

export const areaSheet: Sheet = {
  name: { zh: '区域', en: 'Areas' },
  columns: [
    {
      code: 'code',
      name: { zh: '区域编码', en: 'Area code' },
      aliases: ['编码', '代码', '行政区划代码', '社区编码'],
      required: true,
      example: '500229001001',
      most: 12,
      form: /^\d{6,12}$/,
    },
    {
      code: 'name',
      name: { zh: '区域名称', en: 'Area name' },
      aliases: ['名称', '街道名称', '社区名称'],
      required: true,
      example: '东大街社区',
      most: 40,
    },
    {
      code: 'parent',
      name: { zh: '上级编码', en: 'Code of the area above' },
      aliases: ['上级区域编码', '父级编码', '上级代码'],
      required: false,
      example: '500229001',
      most: 12,
    },
    {
      code: 'class',
      name: { zh: '区域类别', en: 'Class' },
      aliases: ['类别', '区域类型'],
      required: false,
      example: '建成区',
      most: 10,
      offered: classes,
    },
  ],
}

/** 单元网格: its border is drawn, so that no column holds it. */
export const gridSheet: Sheet = {
  name: { zh: '单元网格', en: 'Unit grids' },
  geometry: 'border',
  columns: [
    {
      code: 'code',
      name: { zh: '网格编码', en: 'Grid code' },
      aliases: ['DYWGCODE', 'BGCode', 'BGID', '单元网格编码', '网格代码', '编码'],
      required: true,
      example: '500229001001001',
      most: 16,
      form: /^[1-9]\d{13,15}$/,
      longDigits: true,
    },
    {
      code: 'name',
      name: { zh: '网格名称', en: 'Grid name' },
      aliases: ['名称', 'BGName'],
      required: false,
      example: '东大街 1 号网格',
      most: 40,
    },
    areaSheet.columns[3]!,
  ],
}
