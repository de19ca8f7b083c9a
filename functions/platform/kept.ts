/** Keeps what never changes once it is there, by its key; beyond `most`, what was asked for longest ago goes. */
export function keeper<T>(most: number) {
  const kept = new Map<string, T>()
  return async (key: string, read: () => Promise<T | undefined>): Promise<T | undefined> => {
    const found = kept.get(key) ?? (await read())
    if (found === undefined) return undefined
    kept.delete(key)
    kept.set(key, found)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return found
  }
}
