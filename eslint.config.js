import tseslint from 'typescript-eslint'

// The ambient powers, each with the one place that may use it (docs/architecture.md).
const ambient = [
  { object: 'Date', property: 'now', message: 'Only src/clock/clock.ts reads the wall clock.' },
  { object: 'Math', property: 'random', message: 'Only src/random draws; draws are addressed.' },
]
const noTimers = ['setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
  name,
  message: 'There are no timers: the world moves when it is looked at.',
}))
const noProcess = {
  name: 'process',
  message: 'Only src/main.ts knows the process.',
}

export default tseslint.config(
  // Examples are projects of their own, and so is what is run with the package alone; what the trial adds is held to the
  // rules where it is added.
  {
    ignores: [
      'test/package/samples/**',
      'test/package/scripts/**',
      'test/trial/added/**',
      'dist/**',
      '.build-*/**',
      'node_modules/**',
      'coverage/**',
      'examples/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    },
  },
  {
    files: ['src/**/*.ts', 'grammar/**/*.ts', 'seed-data/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...ambient],
      'no-restricted-globals': ['error', ...noTimers, noProcess],
    },
  },
  {
    files: ['src/clock/clock.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['src/main.ts'],
    rules: { 'no-restricted-globals': ['error', ...noTimers] },
  },
  {
    files: ['test/**/*.ts', 'docs/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
  },
  { files: ['*.config.ts', 'eslint.config.js'], rules: { 'no-restricted-exports': 'off' } },
)
