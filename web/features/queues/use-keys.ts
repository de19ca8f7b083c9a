'use client'
import { useCallback, useEffect, useSyncExternalStore } from 'react'

const STORED = 'single-keys'
const CHANGED = 'single-keys-changed'

const subscribe = (changed: () => void) => {
  window.addEventListener(CHANGED, changed)
  return () => window.removeEventListener(CHANGED, changed)
}

/** Single letters act only for who switched them on (WCAG 2.1.4): who speaks to the browser must not act by a word. */
export function useSingleKeys(): [on: boolean, turn: (on: boolean) => void] {
  const on = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(STORED) === 'on',
    () => false,
  )
  const turn = useCallback((next: boolean) => {
    localStorage.setItem(STORED, next ? 'on' : 'off')
    window.dispatchEvent(new Event(CHANGED))
  }, [])
  return [on, turn]
}

/** Keys of a page, never while somebody types or an input method composes, nor with another key held down. */
export function useKeys(on: boolean, keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      const act = keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on, keys])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('dialog') !== null ||
    (target.matches('input, textarea, select') && !target.matches('[type=checkbox]')))
