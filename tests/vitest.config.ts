import { defineConfig } from 'vitest/config';

// Dates must read the same on every machine.
process.env.TZ = 'UTC';

/** Of its own, so that a unit test needs neither the page's plugin nor a story that can be told. */
export default defineConfig({
  // A busy machine is slow, and no test is about time. Left to itself, the runner spares a core for who watches.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, maxWorkers: '100%' },
});
