import { importIncidents } from '#incidents';
import type { DomainEvent, Instant } from '#kernel';
import { appendEvents, type ReactionRegistry, type Tx, type UnitOfWork } from '#platform';
import type { ReplayedClocks } from '#sla';
import { keepTakenCases, type TakenCase } from '#tickets';
import { type CaseEvent, eventsOfCase } from './case-events.js';
import { factsOf } from './case-facts.js';
import type { LogClocks } from './log-clocks.js';
import { foldCase } from './fold-case.js';
import { incidentOfCase } from './incident-of-case.js';
import type { ImportedCase } from './imported-case.js';
import { ORIGIN } from './log-names.js';
import type { CaseRows } from './read-log.js';

interface FoldedCase {
  readonly folded: ImportedCase;
  readonly events: readonly DomainEvent[];
  readonly replayed: ReplayedClocks;
  readonly taken: TakenCase;
}

/** Takes cases in, some hundreds in one transaction: all that belongs to a case is there, or nothing of it. */
export class TakeInCases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reactions: ReactionRegistry,
    private readonly clocks: LogClocks,
    private readonly fileSha256: string,
  ) {}

  async execute(cases: readonly CaseRows[]): Promise<void> {
    const folded = cases.map((rows) => this.fold(rows));
    await this.unitOfWork.run((tx) => this.write(tx, folded));
  }

  private fold({ rows }: CaseRows): FoldedCase {
    const folded = foldCase(rows);
    const events = eventsOfCase(folded);
    const { replayed, verdict } = this.clocks.fold(folded, events);
    const ticketId = events[0]?.subject.id ?? '';
    const taken: TakenCase = { caseNumber: folded.number, ticketId, events: folded.rows, facts: factsOf(folded, verdict) };
    return { folded, events: inOrder(events, replayed.events), replayed, taken };
  }

  private async write(tx: Tx, cases: readonly FoldedCase[]): Promise<void> {
    await importIncidents(
      tx,
      cases.map(({ folded }) => incidentOfCase(folded)),
    );
    await this.clocks.keep(
      tx,
      cases.map(({ replayed }) => replayed),
    );
    await appendEvents(
      tx,
      cases.flatMap(({ events }) => events),
      this.reactions,
      { imported: true },
    );
    await keepTakenCases(
      tx,
      ORIGIN,
      this.fileSha256,
      cases.map(({ taken }) => taken),
    );
  }
}

/** The case's events and those of its clocks, by instant; at one instant what the clocks say comes after what moved them. */
function inOrder(events: readonly CaseEvent[], clockEvents: readonly DomainEvent[]): DomainEvent[] {
  const all = [...events, ...clockEvents].map((event, nth) => ({ event, nth }));
  const at = (event: DomainEvent): Instant | number => event.at ?? 0;
  return all.sort((a, b) => at(a.event) - at(b.event) || a.nth - b.nth).map(({ event }) => event);
}
