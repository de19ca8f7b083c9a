'use client'
export { PublicFailure as default } from '../../features/citizen/public-failure.tsx'
