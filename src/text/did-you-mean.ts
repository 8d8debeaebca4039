/** The end of a sentence that says what may have been meant; nothing if nothing is near. */
export const didYouMean = (meant: string | undefined): string => (meant === undefined ? '' : ` Did you mean ${meant}?`)
