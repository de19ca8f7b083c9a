/**
 * Which records of a batch a function reports as failed (`batchItemFailures`), by their identifiers.
 * An answer that names a record outside the batch, or none at all, fails the whole batch, as AWS has it.
 */
export function failedItems(payload: string, identifiers: string[]): string[] {
  const answer = JSON.parse(payload) as { batchItemFailures?: unknown } | null
  const failures = answer?.batchItemFailures ?? []
  if (!Array.isArray(failures)) return identifiers
  const named = failures.map((failure) => (failure as { itemIdentifier?: unknown } | null)?.itemIdentifier)
  return named.every((name) => typeof name === 'string' && identifiers.includes(name))
    ? (named as string[])
    : identifiers
}
