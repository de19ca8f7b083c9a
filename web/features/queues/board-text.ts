import type { Text } from '../../text/text.ts'

/** Words alone go to the browser: some sentences of a wording are functions. */
export function boardText({ columns, batch, ...text }: Text['queues']) {
  const {
    choose,
    chooseAll,
    noLimit,
    chosen,
    clear,
    tooMany,
    print,
    keys,
    keyTitle,
    keySwitch,
    keyHint,
    keyList,
  } = text
  const { news, gone, show, updated, stale, retry, close } = text
  const { loading, preview, send, cancel, waiting, takeBack, sending, outcome, done, missing, failed } = batch
  return {
    ...{ columns, choose, chooseAll, noLimit, chosen, clear, tooMany, print },
    ...{ keys, keyTitle, keySwitch, keyHint, keyList, news, gone, show, updated, stale, retry, close },
    ...{ loading, preview, send, cancel, waiting, takeBack, sending, outcome, done, missing, failed },
  }
}
