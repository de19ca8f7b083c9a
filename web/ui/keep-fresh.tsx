'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import styles from './keep-fresh.module.css'

const everyMs = 30_000

/** Draws the page anew while somebody looks at it, and says of when it is. Without JavaScript it only says. */
export function KeepFresh({ label }: { label: string }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, everyMs)
    return () => clearInterval(timer)
  }, [router])
  return <span className={styles.label}>{label}</span>
}
