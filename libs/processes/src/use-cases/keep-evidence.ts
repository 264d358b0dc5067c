import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { type Evidence, type EvidenceKind, withdrawn } from '../domain/process.js';
import { mayVerify, requireOwner } from '../domain/process-access.js';
import { processEvent } from '../domain/process-events.js';
import { EvidenceStore, type KeptEvidence } from '../store/evidence-store.js';
import { ProcessStore } from '../store/process-store.js';
import { ProcessWork } from './process-work.js';

export interface EvidenceInput extends Pick<Evidence, 'document' | 'orderNumber' | 'orderDate' | 'signatory' | 'validTo'> {
  readonly kind: EvidenceKind;
}

/** Documents of a process: added by its owner or a manager, held for right by another, withdrawn with a reason. None is ever changed. */
@Injectable()
export class KeepEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly processes: ProcessStore,
    private readonly evidence: EvidenceStore,
    private readonly work: ProcessWork,
  ) {}

  /** Answers its id. Throws `processes.order-incomplete` for an order without number, date or signatory; `processes.date-in-future`. */
  async add(actor: Actor, processId: string, input: EvidenceInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const process = await this.processes.lock(tx, processId);
      requireOwner(actor, process);
      requireWhole(input);
      await requirePast(tx, input.orderDate);
      const id = randomUUID();
      await this.evidence.add(tx, processId, { ...input, id }, actor.id);
      await tx.append(processEvent('evidence-added', processId, actor.id, { evidenceId: id, kind: input.kind }));
      return id;
    });
  }

  /** The file of a document, once, before anybody has held it for right. Throws `processes.file-kept-already`. */
  async file(
    actor: Actor,
    processId: string,
    id: string,
    { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  ): Promise<void> {
    await this.change(processId, id, async (tx, one, process) => {
      requireOwner(actor, process);
      if (one.fileSha256 !== null || one.verifiedById !== null) throw new DomainError('processes.file-kept-already', {}, 'conflict');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await this.evidence.file(tx, id, { name, sha256, bytes });
      await tx.append(processEvent('evidence-filed', processId, actor.id, { evidenceId: id, sha256 }));
    });
  }

  /** Throws `processes.verifier-is-owner` (403) to the owner and to whoever added it, `processes.evidence-withdrawn`. */
  async verify(actor: Actor, processId: string, id: string): Promise<void> {
    await this.change(processId, id, async (tx, one, process) => {
      if (!mayVerify(actor, process, one)) throw new DomainError('processes.verifier-is-owner', {}, 'forbidden');
      await this.evidence.verify(tx, id, actor.id);
      await tx.append(processEvent('evidence-verified', processId, actor.id, { evidenceId: id }));
    });
  }

  /** Whoever verified it, or another who may, no longer holds it for right. Throws `processes.not-verified`. */
  async takeVerificationBack(actor: Actor, processId: string, id: string): Promise<void> {
    await this.change(processId, id, async (tx, one) => {
      if (one.verifiedById === null) throw new DomainError('processes.not-verified', {}, 'conflict');
      await this.evidence.verify(tx, id, null);
      await tx.append(processEvent('verification-taken-back', processId, actor.id, { evidenceId: id }));
    });
  }

  /** It holds no more; what hangs on it falls at once. */
  async withdraw(actor: Actor, processId: string, id: string, reason: string): Promise<void> {
    await this.change(processId, id, async (tx, _, process) => {
      requireOwner(actor, process);
      await this.evidence.withdraw(tx, id, actor.id, reason);
      await tx.append(processEvent('evidence-withdrawn', processId, actor.id, { evidenceId: id }));
    });
  }

  private async change(
    processId: string,
    id: string,
    act: (tx: Tx, one: KeptEvidence, process: Awaited<ReturnType<ProcessStore['lock']>>) => Promise<void>,
  ): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const process = await this.processes.lock(tx, processId);
      const one = await this.evidence.one(tx, processId, id);
      if (withdrawn(one)) throw new DomainError('processes.evidence-withdrawn', {}, 'conflict');
      await act(tx, one, process);
      await this.work.follow(tx, processId);
    });
  }
}

/** DOMAIN 7.2(a): an order has a number, a date and a signatory. */
function requireWhole({ kind, orderNumber, orderDate, signatory }: EvidenceInput): void {
  if (kind !== 'order') return;
  const missing = Object.entries({ orderNumber, orderDate, signatory }).filter(([, value]) => !value);
  if (missing.length === 0) return;
  const fields = missing.map(([field]) => ({ pointer: `/${field}`, code: 'processes.order-incomplete' }));
  throw new DomainError('processes.order-incomplete', {}, 'invalid', fields);
}

async function requirePast(tx: Tx, date: string | null): Promise<void> {
  if (date === null) return;
  const later = await tx.query(`select 1 where $1::date > (now() at time zone 'Europe/Riga')::date`, [date]);
  if (later.length > 0)
    throw new DomainError('processes.date-in-future', {}, 'invalid', [{ pointer: '/orderDate', code: 'processes.date-in-future' }]);
}
