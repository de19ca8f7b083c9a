export const demonstration = {
  title: '选一个身份进入演示',
  intro: '这里是演示环境，数据都是编出来的，可以随意操作。',
  enter: '进入',
  enterAs: (name: string) => `以${name}进入`,
  county: (code: string) => `区县工作台 · ${code}`,
  commission: (code: string) => `市级总览 · ${code}`,
  citizen: '市民上报（不用登录）',
  field: '采集员手机端（先以采集员进入）',
  none: {
    title: '城云 · 数字城管',
    advice: '登录后会直接打开您的待办。',
  },
}
