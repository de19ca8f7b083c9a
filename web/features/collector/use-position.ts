'use client'
import { useCallback, useState } from 'react'
import { fieldPaths } from './paths.ts'

export interface Found {
  readonly longitude: string
  readonly latitude: string
  /** In the county's words; empty while no line has told. */
  readonly place: string
  readonly components: readonly { code: string; name: string; kind: string; metres: number }[]
}

const GPS = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 }

/** Where the device stands; what lies there is asked of the county where there is a line, and is not needed. */
export function usePosition(county: string) {
  const [state, setState] = useState<'unknown' | 'asking' | 'found' | 'none'>('unknown')
  const [found, setFound] = useState<Found>()
  const locate = useCallback(() => {
    setState('asking')
    navigator.geolocation?.getCurrentPosition(
      async ({ coords }) => {
        const at = { longitude: coords.longitude.toFixed(6), latitude: coords.latitude.toFixed(6) }
        setFound({ ...at, place: '', components: [] })
        setState('found')
        const told = await tell(county, at)
        if (told) setFound({ ...at, ...told })
      },
      () => setState('none'),
      GPS,
    )
  }, [county])
  return { state, found, locate }
}

async function tell(county: string, at: { longitude: string; latitude: string }) {
  const answer = await fetch(`${fieldPaths.where(county)}?${new URLSearchParams(at)}`).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as Pick<Found, 'place' | 'components'>) : undefined
}
