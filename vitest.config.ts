import { defineConfig } from 'vitest/config'

const unit = [
  'packages/**/*.test.ts',
  'services/**/*.test.ts',
  'adapters/**/*.test.ts',
  'apps/server/**/*.test.ts',
  'apps/console/src/**/*.test.ts',
  'apps/console/test/*.test.ts',
  'tooling/**/*.test.ts',
  'bench/**/*.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'all',
          include: unit,
          exclude: [
            '**/node_modules/**',
            '**/*.chaos.test.ts',
            '**/*.browser.test.ts',
            '**/*.accessible.test.ts',
            '**/*.thorough.test.ts',
            '**/*.live.test.ts',
            '**/*.engines.test.ts',
          ],
          pool: 'forks',
          isolate: false,
          maxWorkers: 3,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Calls at the pace of speech.
        test: {
          name: 'live',
          include: ['**/*.live.test.ts'],
          exclude: ['**/node_modules/**'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Servers that a process may stand on, each started by its test at a port of its own.
        test: {
          name: 'engines',
          include: ['**/*.engines.test.ts'],
          exclude: ['**/node_modules/**'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['**/*.browser.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/console/test/shared.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          teardownTimeout: 30_000,
        },
      },
      {
        // Every page in every language, theme and width.
        test: {
          name: 'accessible',
          include: ['apps/console/test/**/*.accessible.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/console/test/shared.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 900_000,
          hookTimeout: 180_000,
          teardownTimeout: 30_000,
        },
      },
      {
        // Every form with every text that nobody should write, every page when its server fails: half an hour.
        test: {
          name: 'thorough',
          include: ['apps/console/test/**/*.thorough.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['apps/console/test/shared.ts'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 1_800_000,
          hookTimeout: 180_000,
          teardownTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['**/*.chaos.test.ts'],
          exclude: ['**/node_modules/**'],
          pool: 'forks',
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
