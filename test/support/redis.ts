/**
 * Whether this run can have a Redis. Suites that need one are written
 * `(redisIsPresent ? describe : describe.skip)('...')`; run-tests.mjs names the part and how to get it, and ATBALSTS_TEST_STRICT=1 fails.
 */
export const redisIsPresent = process.env.ATBALSTS_TEST_REDIS === '1';

let databases = 0;

/** The address of an empty Redis database of the caller's own. */
export async function freshRedis(): Promise<string> {
  const address = process.env.ATBALSTS_TEST_SERVERS;
  if (!address || !redisIsPresent) throw new Error('This test needs redis-server: guard it with redisIsPresent');
  const { url } = (await (await fetch(`${address}/redis`)).json()) as { url: string };
  const worker = Number(process.env.JEST_WORKER_ID ?? '1') - 1;
  return `${url}/${(worker * 16 + (databases++ % 16)) % 64}`;
}
