import { defineConfig } from '@playwright/test';

/**
 * Browser tests run against a product that test/support/browser-part.mjs has built and started on a fresh data folder:
 * ATBALSTS_BROWSER_URL is its address, ATBALSTS_BROWSER_DATA_DIR its data folder (with demo-accounts.json), ATBALSTS_BROWSER_DATABASE_URL its
 * database.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
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
