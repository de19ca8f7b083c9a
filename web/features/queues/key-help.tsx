'use client'
import { useEffect, useRef } from 'react'
import buttons from '../../ui/button.module.css'
import dialogs from '../../ui/dialog.module.css'

export interface KeyText {
  keys: string
  keyTitle: string
  keySwitch: string
  keyHint: string
  keyList: readonly (readonly [keys: string, what: string])[]
  close: string
}

interface KeyHelpProps {
  on: boolean
  turn: (on: boolean) => void
  close: () => void
  text: KeyText
}

/** What the keys do, and the switch for those of a single letter. */
export function KeyHelp({ on, turn, close, text }: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className={dialogs.dialog} ref={dialog} onClose={close} aria-labelledby="keys-title">
      <h2 id="keys-title">{text.keyTitle}</h2>
      <dl className={dialogs.pairs}>
        {text.keyList.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className={dialogs.check}>
        <input type="checkbox" checked={on} onChange={({ currentTarget }) => turn(currentTarget.checked)} />
        {text.keySwitch}
      </label>
      <p>{text.keyHint}</p>
      <form method="dialog">
        <button className={buttons.primary} type="submit">
          {text.close}
        </button>
      </form>
    </dialog>
  )
}
