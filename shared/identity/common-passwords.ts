/**
 * Words that guessers try first, without digits and marks around them; chosen from what leaks of the trade and of China
 * have shown again and again. A list of millions would weigh more than the whole product and refuse little besides.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passwd passw0rd admin administrator root system manager operator default welcome letmein changeme
  iloveyou woaini woaini1314 woaini520 aini1314 ilovechina monkey dragon sunshine princess football baseball superman
  master shadow michael jordan qwerty qwertyuiop qwerasdf qwerasdfzxcv asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc
  qweasd qweasdzxc abc abcd abcde abcdef abcabc aabbcc asd asdasd asdfasdf qwe qweqwe zxc zxczxc aaa
  chengguan shuzichengguan chengshi chengshiguanli zhengfu chongqing yunyang chengkou zhongguo beijing shanghai
  huanwei shizheng chengyun csgl szcg cgj zhcg dahang caonima nihao nihaoma wodemima mima mimamima
  test testtest guest user login hello helloworld secret server oracle mysql huawei tencent alibaba taobao
  chinatelecom chinamobile chinaunicom p a q w z
  5201314 1314520 1314521 5211314 520520 168168 888888 666666 123123 321321 112233 445566 123321 147258369 789456123
  159357 741852963 369258147 11223344 1122334455 123456789 1234567890 0987654321 987654321`
    .split(/\s+/)
    .filter(Boolean),
)
