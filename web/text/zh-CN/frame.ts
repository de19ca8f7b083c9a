import { failed } from './failed.ts'

export const frame = {
  product: '城云',
  skip: '跳到正文',
  navigation: '主导航',
  report: '登记',
  otherLanguage: 'English',
  menu: '菜单',
  narrow: '收起',
  wide: '展开',
  groups: {
    desk: '工作台',
    cases: '案卷',
    supervision: '督办',
    statistics: '统计',
    map: '地图',
    settings: '设置',
  },
  countyTitle: (name: string) => `${name} · 城云`,
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
  failed,
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
  wrongPost: {
    who: (posts: string) => `这个页面由${posts}使用。`,
    advice: '您的岗位没有这项权限；需要时请联系系统管理员调整岗位。',
    between: '、',
  },
}
