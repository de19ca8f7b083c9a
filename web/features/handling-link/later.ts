'use client'
import dynamic from 'next/dynamic'

/** A case on the telephone of who has no account: seen first, its scripts follow. */
export const LinkedCaseView = dynamic(() => import('./linked-case.tsx').then((file) => file.LinkedCaseView))
