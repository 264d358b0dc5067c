import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { type Figure, figureOf, type Instant } from '#kernel';
import { TicketFacts } from '#tickets';
import { type EditionCause, EditionStore } from '../store/edition-store.js';
import type { Selection } from './selection.js';
import { Tallies } from './tallies.js';

/** A frozen figure and what replaced it: who, why, and both figures. */
export interface Restatement {
  /** The number of the edition; the one before it is what it replaced. */
  readonly number: number;
  readonly at: Instant;
  readonly cause: EditionCause;
  readonly reason: string;
  /** Null where the system restated by itself. */
  readonly person: string | null;
  /** The ticket whose breach was voided, where the actor may see it. */
  readonly ticketNumber: string | null;
  readonly before: Figure;
  readonly after: Figure;
}

/** What was corrected in a frozen month of KPI-09. */
@Injectable()
export class Restatements {
  constructor(
    private readonly editions: EditionStore,
    private readonly tallies: Tallies,
    private readonly identity: IdentityFacts,
    private readonly tickets: TicketFacts,
  ) {}

  /** Oldest first; both figures are of the part that the selection sees. */
  async of(actor: Actor, selection: Selection, target: number | null): Promise<Restatement[]> {
    const [month] = selection.months;
    const editions = month ? await this.editions.restatements('KPI-09', month) : [];
    if (editions.length === 0) return [];
    const ticketIds = editions.flatMap(({ ticketId }) => ticketId ?? []);
    const [names, facts, visible] = await Promise.all([
      this.identity.names(editions.flatMap(({ actorId }) => actorId ?? [])),
      this.tickets.byIds(ticketIds),
      this.tickets.visibleAmong(actor, ticketIds),
    ]);
    const figure = async (edition: number): Promise<Figure> =>
      figureOf(await this.tallies.whole({ ...selection, edition }), 'counts', target);
    return Promise.all(
      editions.map(async ({ id, replacesId, number, at, cause, reason, actorId, ticketId }) => ({
        ...{ number, at, cause, reason },
        person: actorId === null ? null : (names.get(actorId) ?? null),
        ticketNumber: ticketId !== null && visible.has(ticketId) ? (facts.get(ticketId)?.number ?? null) : null,
        before: await figure(replacesId),
        after: await figure(id),
      })),
    );
  }
}
