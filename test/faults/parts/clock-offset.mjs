import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/faketime/libfaketimeMT.so.1',
  '/usr/lib64/faketime/libfaketimeMT.so.1',
  '/usr/local/lib/faketime/libfaketimeMT.so.1',
];

/** The library that shifts a process's clock, or undefined where this machine lacks it. */
export const faketimeLibrary = () => PLACES.find((path) => existsSync(path));

export const HOW_TO_GET_FAKETIME = 'apt-get install faketime';

/**
 * The environment of a process whose clock is so many seconds off. Its timers run as always: only what it takes the time to be is wrong.
 * @param {number} seconds
 */
export function clockOffset(seconds) {
  const offset = `${seconds < 0 ? '' : '+'}${seconds}`;
  return { LD_PRELOAD: faketimeLibrary(), FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };
}
