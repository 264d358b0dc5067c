import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Evidence } from '../domain/process.js';

const EVIDENCE = `select id, process_id as "processId", kind, document, order_number as "orderNumber", order_date as "orderDate", signatory,
  file_name as "fileName", file_sha256 as "fileSha256", valid_to as "validTo", added_by_id as "addedById", added_at as "addedAt",
  verified_by_id as "verifiedById", verified_at as "verifiedAt", withdrawn_at as "withdrawnAt", withdrawal_reason as "withdrawalReason"
  from processes.evidence`;

export interface KeptEvidence extends Evidence {
  readonly processId: string;
}

export type NewEvidence = Pick<Evidence, 'id' | 'kind' | 'document' | 'orderNumber' | 'orderDate' | 'signatory' | 'validTo'>;

/** Documents that prove something of a process, with their files. */
@Injectable()
export class EvidenceStore {
  /** Of these processes, the latest first. */
  of(on: Queryable, processIds: readonly string[]): Promise<KeptEvidence[]> {
    return on.query<KeptEvidence>(`${EVIDENCE} where process_id = any($1::uuid[]) order by added_at desc, id`, [processIds]);
  }

  /** Throws `processes.evidence.not-found` where the process has no such document. */
  async one(on: Queryable, processId: string, id: string): Promise<KeptEvidence> {
    const [row] = await on.query<KeptEvidence>(`${EVIDENCE} where id = $1 and process_id = $2`, [id, processId]);
    if (!row) throw notFound('processes.evidence');
    return row;
  }

  /** The file itself; undefined where there is none. */
  async fileOf(on: Queryable, processId: string, id: string): Promise<{ name: string; bytes: Buffer } | undefined> {
    const [row] = await on.query<{ name: string; bytes: Buffer }>(
      `select file_name as name, file as bytes from processes.evidence where id = $1 and process_id = $2 and file is not null`,
      [id, processId],
    );
    return row;
  }

  async add(tx: Tx, processId: string, evidence: NewEvidence, addedById: string): Promise<void> {
    const { id, kind, document, orderNumber, orderDate, signatory, validTo } = evidence;
    await tx.execute(
      `insert into processes.evidence (id, process_id, kind, document, order_number, order_date, signatory, valid_to, added_by_id, added_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, processId, kind, document, orderNumber, orderDate, signatory, validTo, addedById, ts(tx.now)],
    );
  }

  async file(tx: Tx, id: string, { name, sha256, bytes }: { name: string; sha256: string; bytes: Buffer }): Promise<void> {
    await tx.execute(`update processes.evidence set file_name = $2, file_sha256 = $3, file = $4 where id = $1`, [id, name, sha256, bytes]);
  }

  /** Says who holds a document for right; null takes that back. */
  async verify(tx: Tx, id: string, byId: string | null): Promise<void> {
    await tx.execute(`update processes.evidence set verified_by_id = $2, verified_at = $3 where id = $1`, [
      id,
      byId,
      byId === null ? null : ts(tx.now),
    ]);
  }

  async withdraw(tx: Tx, id: string, byId: string, reason: string): Promise<void> {
    await tx.execute(`update processes.evidence set withdrawn_by_id = $2, withdrawn_at = $3, withdrawal_reason = $4 where id = $1`, [
      id,
      byId,
      ts(tx.now),
      reason,
    ]);
  }
}
