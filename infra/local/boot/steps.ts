/** Runs one step of the start and tells it with a tick and its milliseconds. */
export type Step = <T>(name: string, work: () => T | Promise<T>, detail?: (result: T) => string) => Promise<T>

export function createSteps(log: (line: string) => void): Step {
  return async (name, work, detail) => {
    const start = performance.now()
    const result = await work()
    const extra = detail?.(result)
    log(`✔ ${name}${extra ? ` (${extra})` : ''} ${Math.round(performance.now() - start)} ms`)
    return result
  }
}
