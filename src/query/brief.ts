/** What a client wrote as it may stand in a message: one line, visible, and not longer than a glance. */
export function brief(text: string): string {
  const glance = text.length > 40 ? `${text.slice(0, 40)}…` : text
  const visible = glance.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD')
  return visible === '' ? 'nothing' : visible
}
