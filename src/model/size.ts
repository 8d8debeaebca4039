// Sizes are in bytes.
export const megabyte = 1024 ** 2
export const gigabyte = 1024 ** 3
export const terabyte = 1024 ** 4
