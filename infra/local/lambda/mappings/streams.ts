/** A record as Lambda hands it to a function; what a mapping needs of it. */
export interface StreamRecord {
  dynamodb: {
    Keys: Record<string, unknown>
    SequenceNumber: string
    /** Seconds since the epoch, on the virtual clock. */
    ApproximateCreationDateTime: number
  }
}

/** The streams of tables, read in the process. Positions are sequence numbers, growing within a shard. */
export interface Streams {
  shards(streamArn: string): string[]
  read(
    streamArn: string,
    shard: string,
    after: string | 'TRIM_HORIZON' | 'LATEST',
    limit: number,
  ): { records: StreamRecord[]; last: string | undefined }
  onAppend(listener: (streamArn: string) => void): () => void
}
