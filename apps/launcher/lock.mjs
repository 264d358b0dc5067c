import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The local address that stands for a lock. A listening socket is the lock: the system gives it up when its process ends, however it
 * ends, so there is no file with the number of a process that may since have become another one.
 */
function addressOf(name) {
  const id = `atbalsts-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.sock`);
}

function listen(address) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

/** Outside Linux and Windows the socket is a file, which outlives a killed process: nobody answers there, and it may be removed. */
async function removeAbandoned(address) {
  if (process.platform === 'linux' || process.platform === 'win32') return;
  const refused = await new Promise((resolve) => {
    const socket = connect(address, () => resolve(socket.destroy() && false));
    socket.once('error', (error) => resolve(error.code === 'ECONNREFUSED'));
  });
  if (refused) rmSync(address, { force: true });
}

/**
 * Takes the lock of this name at once.
 * @param {string} name what is locked, for example a folder
 * @returns {Promise<null | (() => Promise<void>)>} the function that gives it up, or null when another process holds it
 */
export async function tryLock(name) {
  const address = addressOf(name);
  let server = await listen(address);
  if (!server) {
    await removeAbandoned(address);
    server = await listen(address);
  }
  return server && (() => new Promise((resolve) => server.close(() => resolve())));
}

/**
 * Does the work while holding the lock of this name; waits for whoever holds it.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] told once, when it has to wait
 * @returns {Promise<T>}
 */
export async function withLock(name, work, onWait) {
  let release = await tryLock(name);
  if (!release) onWait?.();
  while (!release) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    release = await tryLock(name);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}
