/**
 * `npm test`, or `node test/support/run-tests.mjs [pattern...] [options of jest]` for a part: jest on the sources with a PostgreSQL of
 * its own, then the browser tests against a built and started product. Patterns that begin with test/browser go to the browser.
 */
import { browserPart, runBrowserTests } from './browser-part.mjs';
import { runJest } from './jest-part.mjs';
import { joinSpecs } from './joined-specs.mjs';
import { failureList, lastLine, sum } from './summary.mjs';
import { findProgram, TestServers } from './test-servers.mjs';

const strict = process.env.ATBALSTS_TEST_STRICT === '1';
const args = process.argv.slice(2);
const forBrowser = args.filter((arg) => arg.includes('test/browser'));
const forJest = args.filter((arg) => !forBrowser.includes(arg));
const everything = args.every((arg) => arg.startsWith('-'));

/** A part that this machine cannot run is named; where nothing may be left out (CI) that is a failure. */
function leaveOut(what, how) {
  console.log(`\n${strict ? 'Missing' : 'Left out'}: ${what}. ${how}`);
  return { passed: 0, failed: strict ? 1 : 0, skipped: strict ? 0 : 1 };
}

async function runJestPart(servers) {
  const redis = process.env.ATBALSTS_TEST_REDIS_SERVER !== undefined || findProgram('redis-server') !== undefined;
  const tallies = [];
  const joined = everything ? joinSpecs() : undefined;
  try {
    const address = await servers.listen();
    const settings = { ATBALSTS_TEST_SERVERS: address, ATBALSTS_TEST_REDIS: redis ? '1' : '', ATBALSTS_TEST_JOINED: joined?.folder ?? '' };
    tallies.push(await runJest(forJest, settings));
  } finally {
    joined?.remove();
  }
  if (everything && !redis) {
    tallies.push(
      leaveOut('the journeys on Redis', 'Install redis-server (apt-get install redis-server), or name one in ATBALSTS_TEST_REDIS_SERVER.'),
    );
  }
  if (everything && !findProgram('slapd', '/usr/sbin'))
    tallies.push(leaveOut('signing in by a directory', 'Install OpenLDAP (apt-get install slapd).'));
  return tallies;
}

async function runBrowserPart() {
  const browser = await browserPart();
  if (browser.tests === 0) return [];
  if (!browser.executable)
    return [leaveOut('the browser tests', 'Install Chromium (apt-get install chromium), or name one in CHROMIUM_PATH.')];
  return [await runBrowserTests(browser.executable, forBrowser)];
}

const servers = new TestServers();
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (interrupted = true));

const tallies = [];
try {
  if (everything || forJest.some((arg) => !arg.startsWith('-'))) tallies.push(...(await runJestPart(servers)));
  if (!interrupted && (everything || forBrowser.length > 0)) tallies.push(...(await runBrowserPart()));
} catch (error) {
  console.error(error);
  tallies.push({ passed: 0, failed: 1, skipped: 0 });
} finally {
  await servers.close();
}
const total = sum(tallies);
console.log(`${failureList(total)}\n${lastLine(total)}`);
process.exit(total.failed > 0 || interrupted ? 1 : 0);
