import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Instant } from '#kernel';
import {
  cellChanges,
  clockContribution,
  type Contribution,
  firstResolutionContribution,
  ratingContribution,
  resolutionContribution,
} from './cell.js';
import { History } from './test/history.js';
import { type Step, step, writeStep } from './test/random-life.js';
import type { TicketEvent } from './ticket-event.js';
import { foldTicket, NO_FACTS, type TicketFacts } from './ticket-facts.js';

const seed = Number(process.env['ATBALSTS_TEST_SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
const HISTORIES = 1_000;

function contributions(facts: TicketFacts): (Contribution | null)[] {
  return [
    ...facts.clocks.map(clockContribution),
    ...facts.ratings.map(ratingContribution),
    ...facts.resolutions.map(resolutionContribution),
    ...facts.firstResolutions.map(firstResolutionContribution),
  ];
}

/** The rollup as the reactions keep it: a fact for each ticket, and cells moved by differences. */
class Rollup {
  private readonly facts = new Map<string, TicketFacts>();
  private readonly cells = new Map<string, number>();

  refresh(ticketId: string, events: readonly TicketEvent[]): void {
    const before = this.facts.get(ticketId) ?? NO_FACTS;
    const after = foldTicket(events);
    this.facts.set(ticketId, after);
    this.move(cellChanges(contributions(before), contributions(after)));
  }

  move(changes: readonly Contribution[]): void {
    for (const { month, key, counts } of changes) {
      for (const [name, count] of Object.entries(counts)) {
        const id = JSON.stringify([month, key, name]);
        this.cells.set(id, (this.cells.get(id) ?? 0) + count);
      }
    }
  }

  get sums(): Record<string, number> {
    return Object.fromEntries([...this.cells].filter(([, count]) => count !== 0).sort());
  }

  /** What no sum stands for: lengths and open stretches, by ticket. */
  get rows(): Record<string, unknown> {
    return Object.fromEntries([...this.facts].map(([id, { times, open }]) => [id, { times, open }] as const).sort());
  }

  /** How many tickets were open at an instant. */
  openAt(at: Instant): number {
    const stretches = [...this.facts.values()].flatMap(({ open }) => open);
    return stretches.filter(({ fromAt, toAt }) => fromAt < at && (toAt === null || toAt >= at)).length;
  }
}

/** Is a ticket open before an instant? Asked of its events one by one, without a stretch. */
function isOpenAt(events: readonly TicketEvent[], at: Instant): boolean {
  let open = false;
  let gone = false;
  let now = 0;
  for (const event of events) {
    now = Math.max(now, event.at);
    if (event.type === 'incidents.cancelled' && event.payload['reason'] === 'test') return false;
  }
  now = 0;
  for (const event of events) {
    now = Math.max(now, event.at);
    if (now >= at) break;
    if (event.type === 'incidents.cancelled') gone = true;
    if (event.type === 'incidents.submitted' || event.type === 'incidents.reopened') open = true;
    if (event.type === 'incidents.resolved' || gone) open = false;
  }
  return open;
}

const lives = fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

interface Told {
  readonly all: readonly TicketEvent[];
  readonly rollup: Rollup;
}

/** Each event is delivered once or twice, in any order; a refresh sees what was delivered until then. */
function tell(histories: readonly (readonly Step[])[], draw: (below: number) => number): Told {
  const all = histories.flatMap((steps, ticket) => {
    const history = new History(`ticket-${ticket}`);
    history.submitted('2026-03-01T08:00');
    for (const one of steps) writeStep(history, one);
    return history.events;
  });
  const deliveries = all
    .flatMap((event) => (draw(2) ? [event] : [event, event]))
    .map((event) => ({ event, place: draw(1_000) }))
    .sort((a, b) => a.place - b.place);
  const rollup = new Rollup();
  const known: TicketEvent[] = [];
  for (const { event } of deliveries) {
    known.push(event);
    const seen = known.filter((e) => e.ticketId === event.ticketId);
    if (draw(3)) rollup.refresh(event.ticketId, seen);
  }
  return { all, rollup };
}

it(`a rollup equals the recount over ${HISTORIES} random histories, whatever the order, repetition and lateness of their events (seed ${seed})`, () => {
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.nat()), (histories, numbers) => {
      const draw = (below: number): number => (numbers.next().value as number) % below;
      const { all, rollup } = tell(histories, draw);
      const recount = new Rollup();
      for (const [at] of histories.entries()) {
        const mine = all.filter((event) => event.ticketId === `ticket-${at}`);
        rollup.refresh(`ticket-${at}`, mine);
        recount.refresh(`ticket-${at}`, mine);
      }
      expect(rollup.sums).toEqual(recount.sums);
      expect(rollup.rows).toEqual(recount.rows);
      expect(Object.values(recount.sums).every((count) => count > 0)).toBe(true);
      for (const { at } of all) {
        const open = histories.filter((_, ticket) =>
          isOpenAt(
            all.filter((event) => event.ticketId === `ticket-${ticket}`),
            at,
          ),
        );
        expect(recount.openAt(at)).toBe(open.length);
      }
    }),
    { seed, numRuns: HISTORIES },
  );
});
