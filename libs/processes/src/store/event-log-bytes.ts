import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, pipeline, Readable, Transform } from 'node:stream';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { logRefused } from '../domain/log-error.js';

/** A log as it came: the name of a file, or its bytes. */
export type LogBytes = string | Buffer;

const HEAD_BYTES = 65_536;

async function firstBytes(from: LogBytes): Promise<Buffer> {
  if (typeof from !== 'string') return from.subarray(0, HEAD_BYTES);
  const handle = await open(from);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isGzip = (begin: Buffer): boolean => begin[0] === 0x1f && begin[1] === 0x8b;

/** The text with which a log begins, unpacked. What is damaged further on, reading will find. */
export async function beginningOf(from: LogBytes): Promise<string> {
  const begin = await firstBytes(from);
  try {
    return (isGzip(begin) ? gunzipSync(begin, { finishFlush: constants.Z_SYNC_FLUSH }) : begin).toString('utf8').replace(/^\uFEFF/, '');
  } catch {
    throw logRefused('damaged');
  }
}

/** A small file may unpack to more than any memory: whoever reads stops there. */
function atMost(bytes: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      passed += chunk.length;
      if (passed > bytes) done(logRefused('too-large', { megabytes: Math.floor(bytes / 1024 / 1024) }));
      else done(null, chunk);
    },
  });
}

/**
 * The bytes of a log through `into`, unpacked where they are gzip: the first bytes tell, whatever the file is called. An error of any part
 * reaches whoever reads `into`.
 */
export async function pour<Into extends NodeJS.ReadWriteStream>(from: LogBytes, into: Into, most: number): Promise<Into> {
  const bytes = typeof from === 'string' ? createReadStream(from) : Readable.from([from]);
  const unpack = isGzip(await firstBytes(from)) ? createGunzip() : new PassThrough();
  return pipeline(bytes, unpack, atMost(most), into, () => undefined) as Into;
}
