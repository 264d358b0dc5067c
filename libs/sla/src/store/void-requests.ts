import { randomUUID } from 'node:crypto';
import { DomainError, type Instant } from '#kernel';
import type { Queryable, Tx } from '#platform';

/** One person's request that a breach be voided, still undecided. */
export interface VoidRequest {
  readonly id: string;
  readonly clockId: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly note: string;
  /** The priority that it should have been registered with; null where the ticket has the right one by now. */
  readonly priority: number | null;
}

/** Keeps a request. Throws `sla.void-requested-already` where one is open. The clock must be locked. */
export async function addVoidRequest(tx: Tx, request: Omit<VoidRequest, 'id' | 'requestedAt'>): Promise<void> {
  const { clockId, requestedBy, note, priority } = request;
  if (await openVoidRequest(tx, clockId)) throw new DomainError('sla.void-requested-already', {}, 'conflict');
  await tx.execute(`insert into sla.void_request (id, clock_id, requested_by, note, priority) values ($1, $2, $3, $4, $5)`, [
    randomUUID(),
    clockId,
    requestedBy,
    note,
    priority,
  ]);
}

/** The open request for a clock. */
export async function openVoidRequest(on: Queryable, clockId: string): Promise<VoidRequest | undefined> {
  return (await openVoidRequests(on, [clockId]))[0];
}

/** The open requests for clocks. */
export async function openVoidRequests(on: Queryable, clockIds: readonly string[]): Promise<VoidRequest[]> {
  return on.query<VoidRequest>(
    `select id, clock_id as "clockId", requested_by as "requestedBy", requested_at as "requestedAt", note, priority
     from sla.void_request where clock_id = any($1::uuid[]) and state = 'open'`,
    [clockIds],
  );
}

/** Keeps what was decided on a request. */
export async function decideVoidRequest(tx: Tx, id: string, state: 'confirmed' | 'refused', decidedBy: string): Promise<void> {
  await tx.execute(`update sla.void_request set state = $2, decided_by = $3, decided_at = clock_timestamp() where id = $1`, [
    id,
    state,
    decidedBy,
  ]);
}
