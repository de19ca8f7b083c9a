interface Summary {
  reported: number
  change: string
  filed: number
  dispatched: number
  handled: number
  closed: number
  closingRate: string
  onTime: string
  rework: string
  extended: string
  open: number
  overdue: number
}

const numerals = '一二三四五六七八九十'

export const bulletins = {
  label: '导出 Word：',
  names: { daily: '日志', weekly: '周报', monthly: '月报', notice: '通报' },
  titles: {
    daily: (place: string) => `${place}数字城管运行日志`,
    weekly: (place: string) => `${place}数字城管运行周报`,
    monthly: (place: string) => `${place}数字城管运行月报`,
    notice: (place: string) => `${place}数字城管工作通报`,
  },
  day: (day: string) => `（${day}）`,
  period: (from: string, until: string) => `（${from} 至 ${until}）`,
  numbered: (index: number, heading: string) => `${numerals[index] ?? index + 1}、${heading}`,
  overall: '总体情况',
  sources: '来源构成',
  kinds: '高发问题',
  areas: '区域分布',
  units: '部门处置情况（按按期处置率排序）',
  overdue: '超期未办清单（截至导出时）',
  noneOverdue: '没有超期未办的案卷。',
  byHand: {
    daily: ['值班与交接事项'],
    weekly: ['存在问题与建议'],
    monthly: ['典型案例', '存在问题', '下月工作要求'],
    notice: ['存在问题', '工作要求'],
  },
  toWrite: '（请在此填写）',
  summary: (said: Summary) =>
    `本期共上报 ${said.reported} 件（环比 ${said.change}），立案 ${said.filed} 件，派遣 ${said.dispatched} 件，处置 ${said.handled} 件，结案 ${said.closed} 件；结案率 ${said.closingRate}，按期结案率 ${said.onTime}，返工率 ${said.rework}，延期率 ${said.extended}。期末在办 ${said.open} 件，其中超期 ${said.overdue} 件。`,
  filed: '立案数',
  share: '占比',
  rank: '名次',
  unit: '单位',
  number: '案卷号',
  kind: '小类',
  place: '地点',
  with: '现由谁办',
  due: '截止',
  terms: '已用时限倍数',
}
