import { spawnSync } from 'node:child_process';
import { findProgram } from './test-servers.mjs';

const starts = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

/** The path of a Chromium that runs here: the one named, the system's, or the one from npm; undefined when there is none. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const system = ['chromium', 'chromium-browser', 'google-chrome'].map((name) => findProgram(name)).find((path) => path && starts(path));
  if (system) return system;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    return starts(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
