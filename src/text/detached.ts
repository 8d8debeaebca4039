/** The same text, by itself: a piece cut out of a long text keeps all of that in memory. Lone halves of characters become U+FFFD. */
export const detached = (text: string): string => Buffer.from(text).toString()
