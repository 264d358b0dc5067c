import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from './summary.mjs';

const root = join(import.meta.dirname, '../..');

/** What failed by the report: each test by file and name, and each file that could not be loaded. */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, assertionResults, message }) => {
    const file = name.replace(`${root}/`, '');
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return assertionResults.length === 0 && message ? [failure(file, message)] : [];
    return failed.map(({ fullName, failureMessages }) => failure(`${file}: ${fullName}`, failureMessages.join('\n')));
  });
}

/** The counts of jest's own report. A suite that could not even be loaded counts as one failure; without a report, so does the run. */
function readTally(report, status) {
  try {
    const found = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: found.numPassedTests,
      failed: found.numFailedTests + found.numRuntimeErrorTestSuites,
      skipped: found.numPendingTests + found.numTodoTests,
      failures: failuresOf(found),
    };
  } catch {
    return { passed: 0, failed: status === 0 ? 0 : 1, skipped: 0 };
  }
}

/**
 * Runs jest on the sources.
 * @param {string[]} args patterns and options of jest
 * @param {Record<string, string>} env
 * @returns {Promise<import('./summary.mjs').Tally>}
 */
export async function runJest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'atbalsts-jest-'));
  const report = join(folder, 'report.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['--json', `--outputFile=${report}`, '--passWithNoTests', '--maxWorkers=2', '--workerIdleMemoryLimit=900MB'];
  const child = spawn(process.execPath, ['--no-warnings=ExperimentalWarning', jest, ...options, ...args], {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, TZ: 'UTC', ...env },
  });
  const status = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const tally = readTally(report, status);
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}
