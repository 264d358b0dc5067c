import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#kernel';
import type { Tx } from '#platform';
import { setEscalationRank, type TicketFact, TicketFacts, TicketKinds } from '#tickets';
import { chooseTargets } from '../domain/choose-targets.js';
import { DEFAULT_STEPS, type EscalationStep } from '../domain/escalation-step.js';
import type { ClockKind } from '../domain/ledger-entry.js';
import { PolicyBook } from '../reads/policy-book.js';
import { type EscalationResult, noteEscalation } from '../store/escalations.js';

/** A crossing as its event tells it. */
interface Crossing {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly targetNo: number;
  readonly pct: number;
}

interface PinnedClock {
  readonly policy_version_id: string | null;
  readonly group_id: string | null;
  readonly priority: number;
}

/**
 * Does what the clock's target says for a threshold, each step at most once (DOMAIN 4.5). Who is told is told by `notifications`, from the
 * event that this appends; the rows of `sla.escalation` are what a webhook can be sent from.
 */
@Injectable()
export class EscalateCrossing {
  constructor(
    private readonly policies: PolicyBook,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
  ) {}

  async execute(tx: Tx, event: RecordedEvent): Promise<void> {
    const crossing = crossingOf(event);
    // Locked before its clocks, as everybody does it: the rows kept below hold the clock that they refer to.
    const ticket = await this.tickets.locked(event.subject.id, tx);
    // Tickets of another system are history: nothing is done about what a sweep finds in them.
    if (!ticket || ticket.origin !== null) return;
    const steps = await this.stepsOf(tx, ticket, crossing);
    const done: { step: number; action: string; to: string | null; result: EscalationResult }[] = [];
    for (const [step, { pct, action, to }] of steps.entries()) {
      if (pct !== crossing.pct || !(await noteEscalation(tx, { ...crossing, step, action, to, result: resultOf(action) }))) continue;
      await this.act(tx, ticket, { pct, action, to });
      done.push({ step, action, to, result: resultOf(action) });
    }
    if (done.length === 0) return;
    const { clockId, kind, targetNo, pct } = crossing;
    await tx.append({
      ...{ type: 'sla.escalated', version: 1, subject: event.subject, actorId: null, at: tx.now },
      payload: { clockId, kind, targetNo, pct, actions: done },
    });
  }

  /** The steps of the target that the clock was promised by; the law's clocks, and clocks whose target is gone, follow the defaults. */
  private async stepsOf(tx: Tx, ticket: TicketFact, { clockId, kind }: Crossing): Promise<readonly EscalationStep[]> {
    const [clock] = await tx.query<PinnedClock>(`select policy_version_id, group_id, priority from sla.clock where id = $1`, [clockId]);
    if (!clock?.policy_version_id) return DEFAULT_STEPS;
    const rules = await this.policies.rulesOf(clock.policy_version_id, tx);
    const facts = { ticketType: ticket.type, institutionId: ticket.institutionId, serviceId: ticket.serviceId };
    const targets = chooseTargets(rules, { ...facts, groupId: clock.group_id, priority: clock.priority });
    const target = targets.find((candidate) => candidate.kind === kind);
    return rules.find((rule) => rule === target)?.steps ?? DEFAULT_STEPS;
  }

  private async act(tx: Tx, ticket: TicketFact, { pct, action, to }: EscalationStep): Promise<void> {
    if (action === 'raise_rank') await setEscalationRank(tx, [ticket.id], pct >= 100 ? 2 : 1);
    if (action === 'reassign' && to !== null) await this.kinds.of(ticket.type).handOver(tx, ticket.id, to, 'escalation');
  }
}

function resultOf(action: EscalationStep['action']): EscalationResult {
  return action === 'raise_rank' || action === 'reassign' ? 'done' : 'told';
}

function crossingOf({ payload }: RecordedEvent): Crossing {
  return {
    clockId: String(payload['clockId']),
    kind: String(payload['kind']) as ClockKind,
    targetNo: Number(payload['targetNo']),
    pct: Number(payload['pct']),
  };
}
