import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ApprovalSubject, ApprovalSubjects, type SubjectConflict, type SubjectFacts } from '#approvals';
import type { Actor } from '#identity';
import type { Queryable } from '#platform';
import { TicketFacts, TicketNames } from '#tickets';
import type { Change } from '../domain/change.js';
import { occupies } from '../domain/conflict.js';
import { ChangeStore } from '../store/change-store.js';
import { ConflictCheck } from './conflict-check.js';

const SUMMARY_LENGTH = 600;

/** Tells whoever decides about a change what he must know of it. */
@Injectable()
export class ChangeApprovalSubject implements ApprovalSubject, OnModuleInit {
  readonly type = 'change';

  constructor(
    private readonly subjects: ApprovalSubjects,
    private readonly tickets: TicketFacts,
    private readonly changes: ChangeStore,
    private readonly conflicts: ConflictCheck,
    private readonly names: TicketNames,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async facts(on: Queryable, reader: Actor, ticketIds: readonly string[]): Promise<ReadonlyMap<string, SubjectFacts>> {
    const found = new Map<string, SubjectFacts>();
    for (const id of ticketIds) {
      const seen = await this.tickets.seenBy(reader, id, on);
      if (seen) found.set(id, await this.of(on, reader, await this.changes.of(seen.ticket, on)));
    }
    return found;
  }

  private async of(on: Queryable, reader: Actor, change: Change): Promise<SubjectFacts> {
    const { detail, ticket, serviceIds, score } = change;
    const names = await this.names.find(reader.locale, { services: serviceIds }, on);
    return {
      kind: detail.kind,
      summary: ticket.description.slice(0, SUMMARY_LENGTH),
      services: serviceIds.map((id) => names.of(id).name),
      risk: score === null ? null : { likelihood: detail.likelihood ?? 1, impact: detail.riskImpact ?? 1, score },
      window: change.window,
      outageMinutes: detail.outageMinutes,
      rollback: { planned: detail.rollbackPlan !== null && detail.rollbackPlan.trim() !== '', minutes: detail.rollbackMinutes },
      begun: detail.actualFrom === null ? null : { at: detail.actualFrom, consentAt: detail.consentAt },
      conflicts: await this.conflictsOf(on, reader, change),
    };
  }

  /** What stands in the way; another change by its number only where the reader may see it. */
  private async conflictsOf(on: Queryable, reader: Actor, { id, ticket, window, itemIds, serviceIds }: Change): Promise<SubjectConflict[]> {
    if (window === null || !occupies(ticket.state)) return [];
    const found = await this.conflicts.of(on, { changeId: id, itemIds, serviceIds, implementerId: ticket.assigneeId, ...window });
    const others = found.flatMap(({ change }) => change?.id ?? []);
    const visible = await this.tickets.visibleAmong(reader, others, on);
    return found.map(({ reason, blocking, change, from, to }) => ({
      ...{ reason, blocking, from, to },
      number: change !== null && visible.has(change.id) ? change.number : null,
    }));
  }
}
