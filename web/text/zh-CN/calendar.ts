export const calendar = {
  missing: (year: number) => `${year} 年的放假安排尚未导入`,
  counting: '办理时限暂按周末休息计算，未计法定节假日和调休上班日。请联系市级主管部门导入国务院公布的安排。',
  coming: (year: number) => `请准备 ${year} 年的放假安排`,
  remind: '国务院公布后请由市级主管部门导入；未导入前，跨年的时限按周末休息计算。',
}
