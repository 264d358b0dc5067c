import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { formatInstant, notFound } from '#kernel';
import { notAllowed, TicketFacts } from '#tickets';
import type { TicketRoutingResponse } from '../http/responses/rule.response.js';
import { AppliedRules } from '../store/applied-rules.js';
import { RuleNaming, writeTerms } from './rule-names.js';

/** By which rule a ticket was routed, for whoever reads it in the course of his work. */
@Injectable()
export class TicketRule {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly applied: AppliedRules,
    private readonly naming: RuleNaming,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`. */
  async of(actor: Actor, key: string): Promise<TicketRoutingResponse> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.staff) throw notAllowed('read-notes');
    const applied = await this.applied.of(seen.ticket.id);
    if (!applied) return { routed: null };
    const { ruleId, ruleVersion, groupTaken, priorityTaken, commentId, at, terms } = applied;
    const rule = writeTerms(terms, await this.naming.of(actor.locale, [terms]));
    return { routed: { ...{ ruleId, ruleVersion, groupTaken, priorityTaken, rule }, at: formatInstant(at), answered: commentId !== null } };
  }
}
