import { unitKindWording } from '../../organisation/units.ts'
import type { Sheet } from '../sheet.ts'

/** As shared/organisation/people.ts takes numbers. */
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/

const kinds = {
  ...Object.fromEntries(Object.entries(unitKindWording).map(([code, { zh }]) => [zh, code])),
  专业部门: 'department',
  街道: 'street',
  乡镇: 'street',
  社区: 'community',
  村: 'community',
}

export const unitSheet: Sheet = {
  name: { zh: '处置单位', en: 'Handling units' },
  columns: [
    {
      code: 'id',
      name: { zh: '单位编号', en: 'Unit id' },
      aliases: ['编号', '单位代码', '部门代码'],
      required: true,
      example: 'urban-management',
      most: 40,
      form: /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
    },
    {
      code: 'name',
      name: { zh: '单位名称', en: 'Unit name' },
      aliases: ['名称', '部门名称'],
      required: true,
      example: '县城市管理局',
      most: 40,
    },
    {
      code: 'kind',
      name: { zh: '单位类别', en: 'Kind' },
      aliases: ['类别', '单位类型', '单位性质'],
      required: true,
      example: '部门',
      most: 20,
      offered: kinds,
    },
    {
      code: 'area',
      name: { zh: '区域编码', en: 'Area code' },
      aliases: ['所属区域', '所属区域编码'],
      required: false,
      example: '',
      most: 12,
      form: /^\d{6,12}$/,
    },
    {
      code: 'classes',
      name: { zh: '负责大类', en: 'Classes' },
      aliases: ['大类编码', '负责的大类'],
      required: false,
      example: '101、103',
      most: 200,
      form: /^[12]\d\d(?:[、,，;； ]+[12]\d\d)*$/,
    },
    {
      code: 'contactName',
      name: { zh: '联系人', en: 'Contact' },
      aliases: ['联系人姓名'],
      required: false,
      example: '张三',
      most: 30,
    },
    {
      code: 'contactPhone',
      name: { zh: '联系电话', en: 'Phone' },
      aliases: ['电话', '值班电话', '联系人电话'],
      required: false,
      example: '023-59221234',
      most: 20,
      form: PHONE,
    },
    {
      code: 'actedFor',
      name: { zh: '是否代办', en: 'Acted for' },
      aliases: ['代办', '不登录'],
      required: false,
      example: '否',
      most: 4,
      offered: { 是: 'yes', 否: 'no' },
    },
  ],
}

/** Posts are written as people write them, several to a cell: shared/organisation/staff-rows.ts reads them. */
export const staffSheet: Sheet = {
  name: { zh: '人员', en: 'Staff' },
  columns: [
    {
      code: 'name',
      name: { zh: '姓名', en: 'Name' },
      aliases: ['人员姓名'],
      required: true,
      example: '张三',
      most: 30,
    },
    {
      code: 'phone',
      name: { zh: '电话', en: 'Phone' },
      aliases: ['手机', '手机号', '手机号码', '联系电话'],
      required: true,
      example: '13800000000',
      most: 20,
      form: PHONE,
    },
    {
      code: 'posts',
      name: { zh: '岗位', en: 'Posts' },
      aliases: ['职务', '担任岗位'],
      required: true,
      example: '采集员、核查员',
      most: 200,
    },
    {
      code: 'unit',
      name: { zh: '所属单位', en: 'Unit' },
      aliases: ['单位', '部门', '所属部门'],
      required: false,
      example: '',
      most: 40,
    },
  ],
}
