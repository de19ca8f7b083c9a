import { timedId } from '../kernel/timed-id.ts'

/** Of an import: the same for the same submission at the same moment. */
export const importIdOf = (at: number, tenant: string, key: string) => timedId(at, `import ${tenant} ${key}`)
