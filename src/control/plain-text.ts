/** An answer of the mock's own that is no JSON. */
export class PlainText {
  /** The media type. */
  readonly type: string
  readonly text: string

  constructor(type: string, text: string) {
    this.type = type
    this.text = text
  }
}
