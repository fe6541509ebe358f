import { defineConfig } from 'vitest/config';

// Dates must read the same on every machine.
process.env.TZ = 'UTC';

/** Of its own, so that a unit test needs neither the page's plugin nor a story that can be told. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A busy machine is slow, and no test is about time.
    testTimeout: 60_000,
    // Left to itself, the runner spares a core for who watches.
    maxWorkers: '100%',
    // No module keeps anything that another test could meet: to load them all anew for each file takes longer than to test them.
    isolate: false,
  },
});
