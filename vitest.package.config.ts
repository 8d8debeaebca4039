import { defineConfig } from 'vitest/config'

// What needs other runtimes and runners than the project's own, from the registry.
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
