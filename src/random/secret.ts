/** A text that nobody can guess, other on every call: 128 bits, to be handed to people and never to a world. */
export function secret(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
}
