// Sizes are in bytes.
export const gigabyte = 1024 ** 3
export const terabyte = 1024 ** 4
