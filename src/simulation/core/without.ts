/** The record without one of its members. */
export function without<T extends object, K extends keyof T>(record: T, member: K): Omit<T, K> {
  const { [member]: gone, ...rest } = record
  void gone
  return rest
}
