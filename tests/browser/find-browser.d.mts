/** Path of a Chromium that works, found or fetched; '' is Playwright's own. */
export function findBrowser(): Promise<string>;
