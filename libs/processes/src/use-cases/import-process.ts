import { createHash, randomUUID } from 'node:crypto';
import { appendEvents, type ReactionRegistry, ts, type Tx } from '#platform';
import type { DomainEvent, Instant } from '#kernel';
import type { Evidence, ProcessTerms } from '../domain/process.js';
import { processEvent } from '../domain/process-events.js';
import { type ProcessEvent, processLifecycle, stageAfter } from '../domain/process-lifecycle.js';
import { TRACE_READINGS } from '../domain/trace-readings.js';

/** A document that was kept and verified before this register was. */
export interface PastEvidence extends Pick<
  Evidence,
  'kind' | 'document' | 'orderNumber' | 'orderDate' | 'signatory' | 'validTo' | 'addedById' | 'addedAt' | 'verifiedById' | 'verifiedAt'
> {
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

/** A process with its past, as the register would have kept it. */
export interface PastProcess {
  readonly id: string;
  readonly practice: string;
  readonly ownerId: string;
  /** Null where nobody has described it yet. */
  readonly terms: ProcessTerms | null;
  readonly registeredAt: Instant;
  readonly evidence: readonly PastEvidence[];
  /** Its steps since then, the earliest first. */
  readonly steps: readonly { readonly event: ProcessEvent; readonly at: Instant; readonly byId: string | null }[];
  /** `YYYY-MM-DD`. */
  readonly reviewDueOn: string | null;
}

const NO_TERMS: ProcessTerms = { scope: '', description: '', roles: [], lifecycle: null, metrics: [], lowVolumeReason: null };

/**
 * Takes in a process with what became of it before; nobody is told of it. The steps are those of DOMAIN 3.7, or
 * `processes.transition-not-allowed` is thrown; whether its conditions hold today the next watch finds out, as of any other.
 */
export async function importProcess(tx: Tx, past: PastProcess, reactions: ReactionRegistry): Promise<void> {
  const stages = stagesOf(past);
  const last = stages.at(-1)!;
  const { scope, description, roles, lifecycle, metrics, lowVolumeReason } = past.terms ?? NO_TERMS;
  const approved = past.steps.some(({ event }) => event === 'approve') && lifecycle !== null;
  await tx.execute(
    `insert into processes.process (id, practice, owner_id, scope, description, roles, lifecycle, metrics, low_volume_reason, stage, stage_since,
       lifecycle_version, review_due_on, created_at) values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[past.id, past.practice, past.ownerId, scope, description, JSON.stringify(roles), lifecycle, metrics, lowVolumeReason],
      ...[last.stage, ts(last.at), approved ? TRACE_READINGS[lifecycle].lifecycle.version : null, past.reviewDueOn, ts(past.registeredAt)],
    ],
  );
  for (const { stage, at } of stages)
    await tx.execute(`insert into processes.stage_period (process_id, since, stage) values ($1, $2, $3)`, [past.id, ts(at), stage]);
  for (const evidence of past.evidence) await addEvidence(tx, past.id, evidence);
  await appendEvents(tx, eventsOf(past), reactions, { imported: true });
}

/** Each stage that it entered, with its instant. */
function stagesOf({ registeredAt, steps }: PastProcess) {
  const stages = [{ stage: processLifecycle.initial, at: registeredAt }];
  for (const { event, at } of steps) {
    const stage = stageAfter(stages.at(-1)!.stage, event);
    if (stage !== stages.at(-1)!.stage) stages.push({ stage, at });
  }
  return stages;
}

async function addEvidence(tx: Tx, processId: string, past: PastEvidence): Promise<void> {
  const { file, addedAt, verifiedById, verifiedAt } = past;
  const sha256 = file && createHash('sha256').update(file.bytes).digest('hex');
  await tx.execute(
    `insert into processes.evidence (id, process_id, kind, document, order_number, order_date, signatory, valid_to, added_by_id, added_at,
       verified_by_id, verified_at, file_name, file_sha256, file) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[randomUUID(), processId, past.kind, past.document, past.orderNumber, past.orderDate, past.signatory, past.validTo],
      ...[past.addedById, ts(addedAt), verifiedById, verifiedAt === null ? null : ts(verifiedAt)],
      ...[file?.name ?? null, sha256, file?.bytes ?? null],
    ],
  );
}

function eventsOf({ id, practice, ownerId, registeredAt, steps }: PastProcess): DomainEvent[] {
  const moves = steps.map(({ event, at, byId }) => ({ ...processEvent('stage-changed', id, byId, { event }), at }));
  return [{ ...processEvent('registered', id, ownerId, { practice, ownerId }), at: registeredAt }, ...moves];
}

/** From now on history that was taken in counts as live: this installation is a demonstration. */
export async function declareDemonstration(tx: Tx): Promise<void> {
  await tx.execute(`insert into processes.demonstration (singleton, since) values (true, $1) on conflict do nothing`, [ts(tx.now)]);
}
