import { stripVTControlCharacters } from 'node:util';

/**
 * What a part of the run came to; `failures` says what failed, each with the first lines of its message.
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: string[] }} Tally
 */

const LINES_OF_A_FAILURE = 14;
const OF_A_LIBRARY = /^\s+at .*(node_modules|node:internal|new Promise)/;

/** @param {Tally[]} tallies */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) for (const key of Object.keys(total)) total[key] += tally[key];
  return { ...total, failures: tallies.flatMap(({ failures = [] }) => failures) };
}

/** One failure in a few lines. @param {string} name @param {string} message */
export function failure(name, message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '' && !OF_A_LIBRARY.test(line));
  return [name, ...lines.slice(0, LINES_OF_A_FAILURE).map((line) => `    ${line}`)].join('\n');
}

/** What failed, said again where a long log ends; empty where nothing did. @param {Tally} tally */
export function failureList({ failures = [] }) {
  return failures.length === 0 ? '' : `\nFailed:\n${failures.map((text) => `  ${text}`).join('\n')}`;
}

/** The last line of every run. @param {Tally} tally */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
