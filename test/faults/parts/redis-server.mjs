import { spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { freePort } from '../../support/free-port.mjs';
import { findProgram } from '../../support/test-servers.mjs';

export const redisProgram = () => findProgram('redis-server');

/** A Redis that keeps nothing on disk: whoever kills it empties it. */
export class RedisServer {
  async start() {
    this.port ??= await freePort();
    const args = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn(redisProgram(), args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    this.child = child;
    await new Promise((resolve, reject) => {
      child.stdout.on('data', (text) => String(text).includes('Ready to accept') && resolve());
      child.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
    });
    this.ended = new Promise((resolve) => child.once('exit', resolve));
  }

  async kill() {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async flush() {
    const client = new Redis(this.port, '127.0.0.1');
    await client.flushall();
    client.disconnect();
  }

  close() {
    this.child?.kill('SIGKILL');
  }
}
