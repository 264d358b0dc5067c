import { defineConfig } from '@playwright/test';

const PAGES = 'accessibility.spec.ts';
const WITHOUT_TICKETS = /(administration|calendars|processes|second-factor|surveys?(-\w+)?|what-if)\.spec\.ts$/;

/**
 * Browser tests run against a product that test/support/browser-part.mjs has built and started on a fresh data folder:
 * ATBALSTS_BROWSER_URL is its address, ATBALSTS_BROWSER_DATA_DIR its data folder (with demo-accounts.json), ATBALSTS_BROWSER_DATABASE_URL its
 * database.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  // Walks change what the next ones find, so they go one after another; what only looks at pages goes beside them, and after it the walks
  // that touch no ticket.
  projects: [
    { name: 'pages', testMatch: PAGES, fullyParallel: true, workers: 1 },
    { name: 'walks', testIgnore: [PAGES, WITHOUT_TICKETS], workers: 1 },
    { name: 'others', testMatch: WITHOUT_TICKETS, workers: 1 },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI === 'true',
  reporter: [['list'], ['json']],
  use: {
    baseURL: process.env.ATBALSTS_BROWSER_URL,
    locale: 'lv-LV',
    timezoneId: 'Europe/Riga',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
