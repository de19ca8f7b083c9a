import type { FileProblem, FileProblemCode } from '#shared/imports/problems'

/** The file cannot be read; reading stops, and whoever imported it is told why. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
  readonly problem: FileProblem

  constructor(code: FileProblemCode, values?: FileProblem['values']) {
    super(code)
    this.problem = { code, ...(values && { values }) }
  }
}
