import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Email } from 'postal-mime';
import { PARSE_OPTIONS, parseMail, readEmail } from '../domain/parse-mail.js';
import type { ParsedMail } from '../domain/parsed-mail.js';

/** A mail of more bytes or lines is read in a thread of its own: the parser goes line by line, and this one has clocks to keep. */
const LARGE_BYTES = 1_000_000;
const LARGE_LINES = 4_000;
/** A mail that takes longer is not read. The largest honest one takes a quarter of it. */
const MOST_MS = 20_000;
const MOST_MEMORY_MB = 512;

const PARSER = createRequire(import.meta.url).resolve('postal-mime');
const SCRIPT = `
  const { parentPort, workerData: { parser, source, options } } = require('node:worker_threads');
  const loaded = require(parser);
  const PostalMime = loaded.default ?? loaded;
  PostalMime.parse(source, options).then((email) => parentPort.postMessage(email), () => parentPort.postMessage(null));`;

/** Reads a mail, a large one beside the program. Undefined where it cannot be read, or not in time. */
export async function parseApart(source: Uint8Array): Promise<ParsedMail | undefined> {
  if (!isLarge(source)) return parseMail(source);
  const email = await inThread(source);
  return email ? readEmail(email) : undefined;
}

function isLarge(source: Uint8Array): boolean {
  if (source.length > LARGE_BYTES) return true;
  let lines = 0;
  for (let at = source.indexOf(10); at >= 0 && lines <= LARGE_LINES; at = source.indexOf(10, at + 1)) lines += 1;
  return lines > LARGE_LINES;
}

function inThread(source: Uint8Array): Promise<Email | null> {
  return new Promise((resolve) => {
    const thread = new Worker(SCRIPT, {
      eval: true,
      workerData: { parser: PARSER, source, options: PARSE_OPTIONS },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const end = (email: Email | null): void => {
      clearTimeout(limit);
      resolve(email);
      void thread.terminate();
    };
    const limit = setTimeout(() => end(null), MOST_MS);
    thread.once('message', (email: Email | null) => end(email));
    thread.once('error', () => end(null));
    thread.once('exit', () => end(null));
  });
}
