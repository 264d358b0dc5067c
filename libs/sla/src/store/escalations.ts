import type { Tx } from '#platform';

/** `told`: people are told of it; `done`: the ticket was moved. */
export type EscalationResult = 'told' | 'done';

export interface Escalation {
  readonly clockId: string;
  readonly targetNo: number;
  readonly pct: number;
  /** Its place among the target's steps. */
  readonly step: number;
  readonly action: string;
  readonly to: string | null;
  readonly result: EscalationResult;
}

/** Keeps that a step is being done; false where it was done before, whoever delivers the crossing again. */
export async function noteEscalation(tx: Tx, { clockId, targetNo, pct, step, action, to, result }: Escalation): Promise<boolean> {
  const added = await tx.query(
    `insert into sla.escalation (clock_id, target_no, pct, step, action, recipient, result) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning step`,
    [clockId, targetNo, pct, step, action, to, result],
  );
  return added.length > 0;
}
