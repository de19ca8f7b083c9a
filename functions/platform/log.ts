import { Logger } from '@aws-lambda-powertools/logger'
import type { DeliveryFault } from '#shared/messages/message'

/**
 * What may stand in the log: codes, numbers, ids. Never what people wrote, nor names, phones or tokens; a field that is
 * not listed here does not compile.
 */
export interface LogFields {
  readonly tenant?: string
  readonly caseId?: string
  readonly route?: string
  readonly sequence?: string
  readonly errorNumber?: string
  readonly open?: number
  readonly running?: number
  readonly begun?: number
  readonly stopped?: number
  readonly resumed?: number
  readonly fault?: DeliveryFault
}

const logger = new Logger({ serviceName: 'chengyun' })

export const log = {
  info: (message: string, fields: LogFields = {}) => logger.info(message, { ...fields }),
  warn: (message: string, fields: LogFields = {}) => logger.warn(message, { ...fields }),
  /** The error's kind and where it arose; not its message, which may quote input. */
  error: (message: string, error: unknown, fields: LogFields = {}) =>
    logger.error(message, { ...fields, error: traceOf(error) }),
}

interface Trace {
  readonly name: string
  readonly at: readonly string[]
  readonly cause?: Trace
}

function traceOf(error: unknown): Trace {
  if (!(error instanceof Error)) return { name: typeof error, at: [] }
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    at: at.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: traceOf(error.cause) }),
  }
}
