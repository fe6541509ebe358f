import { defineConfig } from '@playwright/test';

const all = process.env.ENGINES === 'all';

/** Slow machines get the time they need. Only where nobody watches is a test tried again, and then it is named as flaky. */
export default defineConfig({
  globalSetup: './setup.ts',
  outputDir: '../../test-results',
  reporter: [['list'], ['json', { outputFile: '../../.cache/browser/results.json' }]],
  workers: 2,
  fullyParallel: true,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: { actionTimeout: 20_000, navigationTimeout: 30_000, locale: 'en-IE', timezoneId: 'UTC' },
  projects: [
    { name: 'chromium', testDir: 'core', grepInvert: all ? undefined : /@further/ },
    ...(all
      ? [
          { name: 'stories', testDir: 'stories' },
          { name: 'faults', testDir: 'faults' },
          { name: 'engines', testDir: 'engines' },
        ]
      : []),
  ],
});
