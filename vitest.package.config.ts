import { defineConfig } from 'vitest/config'

// What needs other runtimes and runners than the project's own, from the registry.
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    reporters: ['default'],
    // Projects beside each other: while one waits for the registry, two cores have work.
    maxConcurrency: 3,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
