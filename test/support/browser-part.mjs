import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp } from '../../apps/launcher/setup.mjs';
import { findChromium } from './chromium.mjs';
import { startProduct } from './running-product.mjs';
import { failure } from './summary.mjs';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/browser');

/** How many files of browser tests there are, and the Chromium for them. */
export async function browserPart() {
  const tests = existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.spec.ts')).length : 0;
  return { tests, executable: tests > 0 ? await findChromium() : undefined };
}

/** What failed in a suite of the report and in those under it. */
function failuresOf({ specs = [], suites = [], file }) {
  const failed = specs.filter(({ ok }) => !ok);
  return [
    ...failed.map(({ title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
      return failure(`test/browser/${file}: ${title}`, errors.map(({ message }) => message).join('\n'));
    }),
    ...suites.flatMap(failuresOf),
  ];
}

function readTally(report) {
  try {
    const { stats, suites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, failures: failuresOf({ suites }) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * Builds and starts the product on a fresh data folder, and runs Playwright against it.
 * @param {string} executable of Chromium
 * @param {string[]} patterns files of test/browser; empty: all
 * @returns {Promise<import('./summary.mjs').Tally>}
 */
export async function runBrowserTests(executable, patterns) {
  await setUp({ build: true });
  // Tests look at mails that ask for a rating at once, whatever the time of day.
  const product = await startProduct({ ATBALSTS_RATING_MAIL_DELAY_MINUTES: '0', ATBALSTS_RATING_MAIL_QUIET_HOURS: 'off' });
  const reports = mkdtempSync(join(tmpdir(), 'atbalsts-browser-'));
  const report = join(reports, 'report.json');
  try {
    const playwright = join(root, 'node_modules/@playwright/test/cli.js');
    const child = spawn(process.execPath, [playwright, 'test', '--config', join(folder, 'playwright.config.ts'), ...patterns], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        CHROMIUM_PATH: executable,
        ATBALSTS_BROWSER_URL: product.url,
        ATBALSTS_BROWSER_DATA_DIR: product.dataFolder,
        ATBALSTS_BROWSER_DATABASE_URL: product.databaseUrl,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
    const status = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
    const tally = readTally(report);
    if (status !== 0 && tally.failed === 0) tally.failed = 1;
    return tally;
  } finally {
    await product.stop();
    rmSync(reports, { recursive: true, force: true });
  }
}
