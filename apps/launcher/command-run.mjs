import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs one command of the program (apps/cli) to its end.
 * @param {string} root
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, lifetime?: import('./lifetime.mjs').Lifetime, quiet?: boolean }} options quiet: its ordinary output is kept back
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(root, args, { env, lifetime, quiet = false }) {
  return new Promise((resolve, reject) => {
    let child;
    let done = Promise.resolve();
    lifetime?.onEnd(() => (child?.kill('SIGTERM'), done));
    child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/apps/cli/src/main.js'), ...args], {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      detached: quiet,
      env,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    done = new Promise((finish) => child.once('close', finish));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output: output.trim() }));
  });
}
