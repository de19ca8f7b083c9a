export const supervision = {
  title: '督办清单',
  views: '范围',
  all: '全部超期',
  thrice: '超期三倍以上',
  supervised: '督办中',
  empty: '没有符合条件的超期案卷。',
  times: (times: string) => `用时 ${times} 倍`,
  steps: { 1: '已催办', 2: '已督办', 3: '领导督办', 4: '通报候选' },
}
