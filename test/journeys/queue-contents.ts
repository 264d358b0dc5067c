import { Redis } from 'ioredis';
import pg from 'pg';

/** Everything that BullMQ keeps, by table or key: what somebody reads who has the queues. */
export type QueueContents = ReadonlyMap<string, string>;

/** The queues on PostgreSQL, seen by its superuser; without what has been deleted. */
export async function postgresContents(adminUrl: string): Promise<QueueContents> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname = 'bullmq' order by 1`);
    const contents = new Map<string, string>();
    for (const { name } of rows) {
      const { rows: found } = await client.query<{ text: string }>(
        `select coalesce(string_agg(t::text, chr(10)), '') as text from ${name} t`,
      );
      contents.set(name, found[0]!.text);
    }
    return contents;
  } finally {
    await client.end();
  }
}

/** The queues on Redis: every key of the database, whatever its kind. */
export async function redisContents(url: string): Promise<QueueContents> {
  const redis = new Redis(url);
  try {
    const contents = new Map<string, string>();
    for (const key of (await redis.keys('*')).sort()) contents.set(key, JSON.stringify(await valueOf(redis, key)));
    return contents;
  } finally {
    redis.disconnect();
  }
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  const kind = await redis.type(key);
  if (kind === 'string') return redis.get(key);
  if (kind === 'hash') return redis.hgetall(key);
  if (kind === 'list') return redis.lrange(key, 0, -1);
  if (kind === 'set') return (await redis.smembers(key)).sort();
  if (kind === 'zset') return redis.zrange(key, 0, -1, 'WITHSCORES');
  if (kind === 'stream') return redis.xrange(key, '-', '+');
  // A job that was done while the keys were listed.
  if (kind === 'none') return [];
  throw new Error(`a key of a kind that nobody has thought of: ${key} is a ${kind}`);
}
