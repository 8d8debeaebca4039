/** A length of simulated time in microseconds, so that it adds to an `Instant`. */
export type Duration = number & { readonly unit?: 'microseconds' }

export const milliseconds = (n: number): Duration => n * 1e3
export const seconds = (n: number): Duration => n * 1e6
export const minutes = (n: number): Duration => n * 60e6
export const hours = (n: number): Duration => n * 3600e6
export const days = (n: number): Duration => n * 86400e6
