import type { CaseRecord } from '#shared/cases/record'

/** The item is not there yet. `attr` is any attribute that every such item has. */
export const expectAbsent = <A extends string>(attr: A) => ({ attr, exists: false as const })

export const expectStage = (stage: CaseRecord['stage']) => ({ attr: 'stage' as const, eq: stage })
export const expectVersion = (version: number) => ({ attr: 'version' as const, eq: version })
export const expectRun = (run: number) => ({ attr: 'run' as const, eq: run })

/** The case is where it was when it was read: nobody has acted on it, and the same run times it. */
export const expectAsSeen = ({ stage, version, run }: CaseRecord) => ({
  and: [expectStage(stage), expectVersion(version), expectRun(run)],
})

interface Refused {
  name?: string
  CancellationReasons?: { Code?: string }[]
}

/** `done` when the write went through, `refused` when a condition of it failed; other errors are thrown on. */
export async function conditionFailed<const D, const R>(
  write: Promise<unknown>,
  done: D,
  refused: R,
): Promise<D | R> {
  try {
    await write
    return done
  } catch (error) {
    const { name, CancellationReasons } = error as Refused
    if (name === 'ConditionalCheckFailedException') return refused
    if (CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed')) return refused
    throw error
  }
}
