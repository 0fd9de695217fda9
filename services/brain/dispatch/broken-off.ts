/** A model broke off after it had begun to speak: what was said stands, and whoever was speaking ends the sentence. */
export class BrokenOff extends Error {
  override name = 'BrokenOff'
  /** `<provider>/<model>`. */
  readonly model: string
  readonly providerId: string
  constructor(it: { model: string; providerId: string; sentence: string }) {
    super(it.sentence)
    this.model = it.model
    this.providerId = it.providerId
  }
}
