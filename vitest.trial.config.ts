import { defineConfig } from 'vitest/config'

// Something new in a copy of the project: its build and its own tests, one after the other.
export default defineConfig({
  test: {
    include: ['test/trial/trial.test.ts'],
    reporters: ['default'],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
  },
})
