/** For every AWS client: how long a call may take, and how often the SDK repeats one that got no answer. */
export const callLimits = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  maxAttempts: 4,
}

/**
 * For clients that are sent commands of their own service: the way through the SDK is made once for each kind of command.
 * Never below a document client, whose commands carry what they were given in that way.
 */
export const directCalls = () => ({ ...callLimits, cacheMiddleware: true })
