'use client'
import dynamic from 'next/dynamic'

/**
 * The scripts of what works on a telephone, fetched after what is seen: the server has drawn each part already, and its
 * file stands in the page, so that it is kept for where no line reaches.
 */
export const TabBar = dynamic(() => import('./tab-bar.tsx').then((file) => file.TabBar))
export const QuickReport = dynamic(() => import('./quick-report.tsx').then((file) => file.QuickReport))
export const TaskActs = dynamic(() => import('./task-acts.tsx').then((file) => file.TaskActs))
export const OutboxList = dynamic(() => import('./outbox-list.tsx').then((file) => file.OutboxList))
export const ShiftForm = dynamic(() => import('./shift-form.tsx').then((file) => file.ShiftForm))
export const HereMark = dynamic(() => import('./here-mark.tsx').then((file) => file.HereMark))
export const KeepTasks = dynamic(() => import('./keep-tasks.tsx').then((file) => file.KeepTasks))
