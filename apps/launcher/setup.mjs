/**
 * Makes the clone ready with Node's built-ins alone, for it runs before node_modules exists: installs what is missing, and with
 * --build builds what is out of date (--force-build: in any case; --build-server: without the web app). npm runs it before `npm start`
 * and `npm test`.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { install, requireNode } from './install.mjs';
import { withLock } from './lock.mjs';
import { withPlainRefusals } from './refusal.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {{ build?: boolean, force?: boolean, serverOnly?: boolean }} options */
export async function setUp(options) {
  requireNode();
  const work = async () => {
    install(root);
    if (options.build) await build(root, options);
  };
  await withLock(`set-up ${root}`, work, () => console.error('Another set-up is at work in this folder; waiting for it.'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const force = process.argv.includes('--force-build');
  const serverOnly = process.argv.includes('--build-server');
  await withPlainRefusals(() => setUp({ build: force || serverOnly || process.argv.includes('--build'), force, serverOnly }));
}
