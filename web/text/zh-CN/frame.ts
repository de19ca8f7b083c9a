export const frame = {
  product: '城云',
  skip: '跳到正文',
  navigation: '主导航',
  queue: '待办',
  report: '登记',
  otherLanguage: 'English',
  staffTitle: (county: string) => `城云 · 区县 ${county}`,
  span: {
    day: (count: number) => `${count}天`,
    hour: (count: number) => `${count}时`,
    minute: (count: number) => `${count}分`,
    between: '',
  },
  notFound: {
    title: '没有这个页面',
    advice: '网址可能输错了，或者内容已移走。请检查网址，或回到首页重新进入。',
    home: '回首页',
  },
  failed: {
    title: '页面没有打开',
    advice: '不是您的操作有误。请稍后重试；若仍不行，请把错误号告诉管理员。',
    number: (number: string) => `错误号：${number}`,
    retry: '重试',
  },
  unreachable: {
    title: '暂时连不上服务',
    detail: '没有收到回答，已填写的内容还在。请稍后再提交一次，不会重复登记。',
  },
  signIn: {
    title: '请先登录',
    advice: '登录已到期或尚未登录。登录后会回到这个页面。',
    enter: '登录',
    leave: '退出',
    unfinished: '登录没有完成：等待太久、换了浏览器，或中途返回。请重新登录。',
    unreachable: '登录服务暂时连不上，请稍后再试。',
  },
}
