/** Something at a place of the drawing. */
export interface Placed {
  readonly x: number
  readonly y: number
}

export interface Cluster<T extends Placed> extends Placed {
  readonly members: readonly T[]
}

/** What would lie upon each other is taken together: each within `apart` of the first of its cluster. */
export function clustersOf<T extends Placed>(things: readonly T[], apart: number): Cluster<T>[] {
  const clusters: { x: number; y: number; members: T[] }[] = []
  for (const thing of things) {
    const near = clusters.find(({ x, y }) => Math.hypot(x - thing.x, y - thing.y) < apart)
    if (near) near.members.push(thing)
    else clusters.push({ x: thing.x, y: thing.y, members: [thing] })
  }
  return clusters
}
