import type { RefusalEntry } from './entry.ts'

/** Of areas, unit grids and beats. */
export const groundRefusals = {
  'unknown-area': {
    status: 404,
    zh: { title: '没有这个区域', detail: '本区县没有此编码的区域，请核对编码，或先添加该区域。' },
    en: {
      title: 'No such area',
      detail: 'The county has no area with this code. Check it, or add the area first.',
    },
  },
  'unknown-grid': {
    status: 404,
    zh: { title: '没有这个网格', detail: '本区县没有此编码的单元网格，请核对编码。' },
    en: { title: 'No such grid', detail: 'The county has no unit grid with this code. Check it.' },
  },
  'no-parent-area': {
    status: 409,
    zh: { title: '上级区域不存在', detail: '编码去掉末三位即上级区域的编码，请先添加上级区域。' },
    en: {
      title: 'The area above is missing',
      detail: 'The code without its last three digits is that of the area above. Add that area first.',
    },
  },
  'too-many-cells': {
    status: 409,
    zh: {
      title: '网格太多',
      detail:
        '每个网格约 10,000 平方米，一个区县的建成区最多 20,000 个（200 平方公里）。轮廓可能画成了整个区县，或坐标有误；请只画建成区，村镇以村（组）为网格。',
    },
    en: {
      title: 'Too many grids',
      detail:
        'A grid has about 10,000 m², and the built-up area of a county at most 20,000 of them (200 km²). The outline may be the whole county, or its coordinates wrong. Draw the built-up area alone; elsewhere the village or group is the grid.',
    },
  },
  'area-numbers-exhausted': {
    status: 409,
    zh: {
      title: '网格编号不够用',
      detail:
        '网格编号的顺序号为三位，一个社区（或尚未划分社区的街道）最多 999 个网格，约 10 平方公里。请按社区分别绘制轮廓。',
    },
    en: {
      title: 'Not enough numbers',
      detail:
        'Grids are numbered with three digits: 999 in a community, or in a street whose communities are not drawn, which is about 10 km². Draw an outline for each community.',
    },
  },
  'grids-overlap': {
    status: 409,
    zh: {
      title: '与已有网格重叠',
      detail: '轮廓覆盖了已有的网格（示意网格除外）。请避开已有网格，或先停用它们。',
    },
    en: {
      title: 'Over grids that are there',
      detail: 'The outline lies over grids that are no sketch. Draw around them, or retire them first.',
    },
  },
  'grid-in-other-beat': {
    status: 409,
    zh: {
      title: '网格已属于其他责任网格',
      detail: '有网格重复，或已划入另一个责任网格；每个单元网格只由一人负责。请先从另一处去掉。',
    },
    en: {
      title: "In another's beat",
      detail:
        'A grid stands twice, or is in another beat already; one person answers for each. Take it out there first.',
    },
  },
} as const satisfies Record<string, RefusalEntry>
