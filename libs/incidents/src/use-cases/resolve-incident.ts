import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Tx } from '#platform';
import { TicketClocks, type TicketResponse, type TicketTarget } from '#tickets';
import { requirePermission } from '../domain/incident-access.js';
import type { ResolutionCode } from '../domain/incident-words.js';
import { ReferenceWords } from '../reads/reference-words.js';
import { IncidentStore } from '../store/incident-store.js';
import { IncidentWork } from './incident-work.js';
import { WorkingDays } from './working-days.js';

export interface ResolutionInput {
  readonly code: ResolutionCode;
  readonly text: string;
  readonly breachReason?: string | undefined;
  /** What it was about, where that is to be said now. */
  readonly category?: string | undefined;
  /** Accepts it in the same step, at the same instant: the commonest case at first contact. */
  readonly accept?: boolean | undefined;
}

/** Resolves an incident, with the reason of the breach where its resolution clock is breached. Stops all clocks. */
@Injectable()
export class ResolveIncident {
  constructor(
    private readonly work: IncidentWork,
    private readonly incidents: IncidentStore,
    private readonly clocks: TicketClocks,
    private readonly workingDays: WorkingDays,
    private readonly reference: ReferenceWords,
  ) {}

  async execute(
    actor: Actor,
    target: TicketTarget,
    { code, text, breachReason = undefined, category, accept = false }: ResolutionInput,
  ): Promise<TicketResponse> {
    return this.work.run(actor, target, async (tx) => {
      const { incident, standing } = await this.incidents.lock(tx, actor, target);
      const act = { by: actor.id, at: tx.now };
      if (accept) {
        requirePermission(actor, 'accept', incident.ticket, standing);
        incident.accept(act);
      }
      requirePermission(actor, 'resolve', incident.ticket, standing);
      incident.check('resolve');
      await this.reference.requireInUse('resolution_code', code, 'code', tx);
      if (category !== undefined && category !== incident.ticket.category) {
        await this.reference.requireInUse('category', category, 'category', tx);
        incident.categorise(act, category);
      }
      const breached = await this.clocks.resolutionBreached(tx, incident.id);
      incident.resolve(act, {
        code,
        text,
        breached,
        breachReason: breachReason ?? null,
        closesAt: await this.workingDays.closesAt(tx.now, tx),
      });
      return this.incidents.save(tx, incident);
    });
  }

  /** Nobody has answered the question in ten working days (DOMAIN 3.1, `no_answer`). False where that is not so any more. */
  async unanswered(tx: Tx, ticketId: string, text: string): Promise<boolean> {
    const incident = await this.incidents.lockForSystem(tx, ticketId);
    const due = incident?.detail.answerDueAt;
    if (!incident || due === null || due === undefined || due > tx.now) return false;
    const closesAt = await this.workingDays.closesAt(tx.now, tx);
    incident.resolve({ by: null, at: tx.now }, { code: 'no_answer', text, breached: false, breachReason: null, closesAt }, 'no_answer');
    await this.incidents.save(tx, incident);
    return true;
  }
}
