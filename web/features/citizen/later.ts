'use client'
import dynamic from 'next/dynamic'

/** The form works as the server drew it; its scripts follow. */
export const ReportForm = dynamic(() => import('./report-form.tsx').then((file) => file.ReportForm))
