/** Apart from the rest of the frame: the page of last resort loads these words and nothing else. */
export const failed = {
  title: '页面没有打开',
  advice: '不是您的操作有误。请稍后重试；若仍不行，请把错误号告诉管理员。',
  number: (number: string) => `错误号：${number}`,
  retry: '重试',
}
