/** An id as it is kept: ids are the same without regard to case. Nearly all are in lower case already, which is quick to see. */
export const sameId = (id: string): string => (/[A-Z]/.test(id) ? id.toLowerCase() : id)
