import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import type { Tx } from '#platform';
import { insertComment, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { HoldReason } from '../domain/incident-words.js';
import { ReferenceWords } from '../reads/reference-words.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';
import { WorkingDays } from './working-days.js';

export interface HoldInput {
  readonly reason: HoldReason;
  readonly question?: string | undefined;
  readonly until?: Instant | undefined;
  readonly requesterAgreed?: boolean | undefined;
}

/** Lets an incident wait. A question to the requester becomes a public comment, which he answers to resume it. */
@Injectable()
export class PutOnHold {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
    private readonly workingDays: WorkingDays,
    private readonly reference: ReferenceWords,
  ) {}

  async execute(actor: Actor, target: TicketTarget, input: HoldInput): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      requirePermission(actor, 'hold', incident.ticket, standing);
      await this.reference.requireInUse('hold_reason', input.reason, 'reason', tx);
      const question = input.reason === 'awaiting_requester' ? (input.question ?? null) : null;
      const answerDueAt = question === null ? null : await this.workingDays.answerDueAt(tx.now, tx);
      const reminderDueAt = question === null ? null : await this.workingDays.reminderDueAt(tx.now, 0, tx);
      // Whoever gives this reason says that the date is agreed; only an explicit "no" contradicts it.
      const { reason, until = null, requesterAgreed = reason === 'agreed_date' } = input;
      incident.hold({ by: actor.id, at: tx.now }, { reason, question, until, requesterAgreed, answerDueAt, reminderDueAt });
      const saved = await this.incidents.save(tx, incident);
      if (question !== null) await ask(tx, actor, incident.id, question);
      return saved;
    });
  }
}

async function ask(tx: Tx, actor: Actor, ticketId: string, question: string): Promise<void> {
  const commentId = randomUUID();
  await insertComment(tx, {
    id: commentId,
    ticketId,
    authorId: actor.id,
    byStaff: true,
    visibility: 'public',
    kind: 'question',
    body: question,
    at: tx.now,
  });
  const payload = { commentId, visibility: 'public', byStaff: true };
  await tx.append({ type: 'tickets.comment-added', version: 1, subject: { type: 'ticket', id: ticketId }, actorId: actor.id, payload });
}
