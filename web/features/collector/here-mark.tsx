'use client'
import { useEffect, useState } from 'react'

interface HereMarkProps {
  label: string
  /** Degrees of the upper left corner. */
  origin: { west: number; north: number; margin: number }
  perDegree: { x: number; y: number }
}

/** Where one stands in the drawing, as long as it is looked at; nothing where the device does not tell. */
export function HereMark({ label, origin, perDegree }: HereMarkProps) {
  const [at, setAt] = useState<{ x: number; y: number }>()
  const { west, north, margin } = origin
  const { x: perEast, y: perNorth } = perDegree
  useEffect(() => {
    if (!('geolocation' in navigator)) return
    const watch = navigator.geolocation.watchPosition(({ coords }) =>
      setAt({
        x: margin + (coords.longitude - west) * perEast,
        y: margin + (north - coords.latitude) * perNorth,
      }),
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [west, north, margin, perEast, perNorth])
  return (
    at && (
      <circle cx={at.x} cy={at.y} r="14">
        <title>{label}</title>
      </circle>
    )
  )
}
