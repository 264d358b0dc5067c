import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Observable } from 'rxjs';
import type { Tx } from '../database/transaction.js';

/** An Idempotency-Key that this request brought and no transaction has claimed yet. */
export interface IdempotencyKey {
  readonly actorId: string;
  readonly key: string;
  readonly route: string;
  readonly requestHash: string;
  claimed: boolean;
}

const requests = new AsyncLocalStorage<IdempotencyKey>();
const FORM = /^[\x21-\x7e]{1,128}$/;

/** The key of the request under way, for the unit of work; undefined where it has none or a transaction has claimed it. */
export function pendingIdempotencyKey(): IdempotencyKey | undefined {
  const key = requests.getStore();
  return key && !key.claimed ? key : undefined;
}

/**
 * Runs one part of a request that does several things, each in a transaction of its own: the part has a key made of the request's and its
 * own name, so that a repetition of the request answers what was done and does what was not. The blank is in no key that a client sends.
 */
export function asPart<T>(name: string, work: () => Promise<T>): Promise<T> {
  const key = requests.getStore();
  return key ? requests.run({ ...key, key: `${key.key} ${name}`, claimed: false }, work) : work();
}

/**
 * Records the key in the transaction. Waits for another transaction with the same key, and answers what that one kept.
 * Throws `platform.idempotency-key-reused` where the key came with another body.
 */
export async function claimIdempotencyKey(tx: Tx, key: IdempotencyKey): Promise<{ result: unknown } | undefined> {
  key.claimed = true;
  const fresh = await tx.execute(
    `insert into platform.idempotency_key (actor_id, key, route, request_hash) values ($1, $2, $3, $4) on conflict (actor_id, key) do nothing`,
    [key.actorId, key.key, key.route, key.requestHash],
  );
  if (fresh === 1) return undefined;
  const [kept] = await tx.query<{ route: string; request_hash: string; result: unknown }>(
    `select route, request_hash, result from platform.idempotency_key where actor_id = $1 and key = $2`,
    [key.actorId, key.key],
  );
  if (!kept || kept.route !== key.route || kept.request_hash !== key.requestHash)
    throw new DomainError('platform.idempotency-key-reused', {}, 'invalid');
  return { result: kept.result };
}

/** Keeps the result (ids, plain JSON) of the first run, in the transaction of the run itself. */
export async function keepIdempotentResult(tx: Tx, key: IdempotencyKey, result: unknown): Promise<void> {
  await tx.execute(`update platform.idempotency_key set result = $3 where actor_id = $1 and key = $2`, [
    key.actorId,
    key.key,
    JSON.stringify(result ?? null),
  ]);
}

interface KeyedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: unknown;
  readonly actor?: { readonly id: string };
}

/** Reads the Idempotency-Key of a POST by a signed-in person and holds it ready for the request's first transaction. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<KeyedRequest>();
    const header = request.headers['idempotency-key'];
    if (request.method !== 'POST' || header === undefined || !request.actor) return next.handle();
    const key = Array.isArray(header) ? header[0] : header;
    if (!key || !FORM.test(key)) throw new DomainError('platform.idempotency-key-invalid', {}, 'invalid');
    const requestHash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');
    const store: IdempotencyKey = { actorId: request.actor.id, key, route: `POST ${request.url}`, requestHash, claimed: false };
    return new Observable((subscriber) => requests.run(store, () => next.handle().subscribe(subscriber)));
  }
}
