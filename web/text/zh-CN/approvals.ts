export const approvals = {
  title: '审核箱',
  empty: '没有等您审核的申请。延期、挂账、作废和申诉的申请会排在这里。',
  more: (count: number) => `还有 ${count} 件申请，办完这些后显示。`,
  rulings: (count: number) => `${count} 件退回案卷等您裁定`,
  askedAt: (time: string) => `${time} 申请`,
  until: (time: string) => `申请至 ${time}`,
  decideBy: (time: string) => `请在 ${time} 前审核`,
}
