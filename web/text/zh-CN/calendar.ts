export const calendar = {
  missing: (year: number) => `${year} 年的放假安排尚未导入`,
  counting: '办理时限暂按周末休息计算，未计法定节假日和调休上班日。请联系市级主管部门导入国务院公布的安排。',
  coming: (year: number) => `请准备 ${year} 年的放假安排`,
  remind: '国务院公布后请由市级主管部门导入；未导入前，跨年的时限按周末休息计算。',
  grid: {
    month: (month: number) => `${month}月`,
    weekdays: '一 二 三 四 五 六 日',
    letters: { holiday: '休', 'make-up': '班', 'own-off': '休', 'own-work': '班' },
    marks: {
      holiday: '法定节假日',
      'make-up': '调休上班',
      'own-off': '本区县放假',
      'own-work': '本区县上班',
    },
  },
}
