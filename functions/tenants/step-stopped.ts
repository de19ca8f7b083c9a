/** A step that cannot go on by being repeated. The name is the reason, in a word: the state machine passes it on. */
export class StepStopped extends Error {
  override readonly name: string
  constructor(reason: string) {
    super(reason)
    this.name = reason
  }
}
