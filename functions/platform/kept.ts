import { realNow } from './clock.ts'

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

/**
 * Makes of each object once what is made of it, and keeps it as long as the object lives. Who calls it says `@__PURE__`:
 * then the bundler lets go what nobody uses of it.
 */
export function perObject<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const kept = new WeakMap<Of, Made>()
  return (of) => {
    let made = kept.get(of)
    if (made === undefined) {
      made = make(of)
      kept.set(of, made)
    }
    return made
  }
}

/**
 * Whoever asks while a question is on its way shares the next one with all who ask meanwhile: every answer is as fresh as if
 * each had asked for itself.
 */
export function sharedNext<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, Promise<unknown>>()
  const next = new Map<string, Promise<T>>()

  async function askNext(key: string): Promise<T> {
    await underWay.get(key)?.catch(() => undefined)
    next.delete(key)
    const asked = ask(key)
    underWay.set(key, asked)
    try {
      return await asked
    } finally {
      if (underWay.get(key) === asked) underWay.delete(key)
    }
  }

  return (key) => {
    const known = next.get(key)
    if (known) return known
    const asked = askNext(key)
    next.set(key, asked)
    return asked
  }
}

/** Reads anew after so long; a failed reading is not kept. */
export function keptFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let kept: { readonly at: number; readonly value: Promise<T> } | undefined
  return () => {
    if (!kept || realNow() - kept.at > milliseconds) {
      const value = read()
      value.catch(() => {
        kept = undefined
      })
      kept = { at: realNow(), value }
    }
    return kept.value
  }
}
