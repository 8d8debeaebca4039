import { defineConfig } from 'vitest/config'

export default defineConfig({
  // A machine may be slow: what hangs is stopped in the end, but no test is judged by how long it takes.
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**', 'test/trial/**'],
    isolate: false,
    // Not one less than the machine has: on two cores that would be a single one.
    maxWorkers: '100%',
    reporters: ['default'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
