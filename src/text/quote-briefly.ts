/** The text as it may stand in a message: no control characters, not longer than a glance, `nothing` if it is empty. */
export function quoteBriefly(text: string): string {
  return text === '' ? 'nothing' : visible(text.length > 40 ? `${text.slice(0, 40)}…` : text)
}

/** Control, format and broken characters replaced by a visible one each. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) =>
    character < ' ' ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\uFFFD',
  )
}
