import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { formatInstant, type Instant, notFound } from '#kernel';
import { LinkedTickets, type Names, type SeenTicket, TicketFacts, TicketNames } from '#tickets';
import { abilitiesOf, reads } from '../domain/problem-access.js';
import type { Problem } from '../domain/problem.js';
import type { ProblemResponse } from '../http/responses/problem.response.js';
import { ProblemStore } from '../store/problem-store.js';
import { ProblemBeside } from './problem-beside.js';
import { type PathStep, ProblemPath } from './problem-path.js';
import { toProblemSummary } from './problem-summary.js';

const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** One problem as one actor sees it, with what he may do. */
@Injectable()
export class ProblemPage {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly problems: ProblemStore,
    private readonly linked: LinkedTickets,
    private readonly path: ProblemPath,
    private readonly names: TicketNames,
    private readonly beside: ProblemBeside,
  ) {}

  /** By id or number. Throws `tickets.not-found` where there is none that the actor may see as staff. */
  async read(actor: Actor, key: string): Promise<ProblemResponse> {
    const { ticket, standing } = await this.seen(actor, key);
    const problem = await this.problems.of(ticket);
    const [path, counts] = await Promise.all([this.path.of(ticket.id), this.linked.counts(actor, [ticket.id], 'caused_by')]);
    const names = await this.names.find(actor.locale, wanted(problem, path));
    return {
      ...toProblemSummary(ticket, problem.detail, names, counts.get(ticket.id) ?? 0),
      ...documentOf(problem, names),
      ...(await this.beside.of(actor, problem)),
      path: path.map(({ state, at, byId }) => ({ state, at, by: names.orNull(byId) })),
      abilities: abilitiesOf(actor, ticket, standing),
    };
  }

  /** The id of a problem that the actor may see as staff. Throws `tickets.not-found`. */
  async idOf(actor: Actor, key: string): Promise<string> {
    return (await this.seen(actor, key)).ticket.id;
  }

  private async seen(actor: Actor, key: string): Promise<SeenTicket> {
    const seen = await this.tickets.seenBy(actor, key);
    if (seen?.ticket.type !== 'problem' || !reads(actor, seen.ticket, seen.standing)) throw notFound('tickets');
    return seen;
  }
}

function wanted({ ticket, detail }: Problem, path: readonly PathStep[]) {
  return {
    people: [ticket.assigneeId, ticket.createdById, detail.riskAcceptedById, ...path.map(({ byId }) => byId)],
    groups: [ticket.groupId],
    services: [ticket.serviceId],
  };
}

function documentOf({ ticket, detail, missingForKnownError, resolvable }: Problem, names: Names) {
  const { origin, originText, rootCause, workaround, publicTitle, publicText, resolution, endReason } = detail;
  const { riskAcceptedAt, riskReason, riskAcceptedById } = detail;
  return {
    ...{ version: ticket.version, description: ticket.description, origin, originText, openedBy: names.of(ticket.createdById) },
    ...{ rootCause, workaround, publicTitle, publicText, missing: [...missingForKnownError], resolution, resolvable, endReason },
    closedAt: iso(ticket.closedAt),
    riskAcceptance:
      riskAcceptedAt === null || riskReason === null
        ? null
        : { by: names.orNull(riskAcceptedById), at: formatInstant(riskAcceptedAt), reason: riskReason },
  };
}
