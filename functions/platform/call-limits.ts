/** For every AWS client: how long a call may take, and how often the SDK repeats one that got no answer. */
export const callLimits = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  maxAttempts: 4,
}
