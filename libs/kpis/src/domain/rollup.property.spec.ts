import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellChanges, clockContribution, type Contribution, ratingContribution, resolutionContribution } from './cell.js';
import { FIRST_LINE, History, SECOND_LINE } from './test/history.js';
import type { TicketEvent } from './ticket-event.js';
import { foldTicket, NO_FACTS, type TicketFacts } from './ticket-facts.js';

const seed = Number(process.env['ATBALSTS_TEST_SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);

/** A step of a random life, legal or not: whatever the log holds, the rollup must equal the recount. */
const step = fc.record({
  what: fc.constantFrom(
    'started',
    'paused',
    'resumed',
    'stopped',
    'met',
    'breached',
    'withdrawn',
    'cancelled',
    'assign',
    'resolve',
    'reopen',
    'cancel',
    'test',
    'rate',
    'change',
  ),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.constantFrom('03', '04', '10'),
  clock: fc.constantFrom('clock-1', 'clock-2'),
  value: fc.integer({ min: 1, max: 3 }),
});

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function write(history: History, { what, day, month, clock, value }: Step): void {
  const at = `2026-${month}-${String(day).padStart(2, '0')}T12:00Z`;
  const own = { clockId: clock, kind: clock === 'clock-1' ? 'response' : 'resolution' };
  if (what === 'met' || what === 'breached') history.decided(at, what, at, own);
  else if (what === 'assign') history.add(at, 'incidents.assigned', { groupId: value === 1 ? FIRST_LINE : SECOND_LINE });
  else if (what === 'resolve') history.add(at, 'incidents.resolved', { groupId: FIRST_LINE, assigneeId: 'agent' });
  else if (what === 'reopen') history.add(at, 'incidents.reopened', { reason: 'again' });
  else if (what === 'cancel' || what === 'test') history.add(at, 'incidents.cancelled', { reason: what === 'test' ? 'test' : 'withdrawn' });
  else if (what === 'rate' || what === 'change')
    history.add(at, what === 'rate' ? 'ratings.rated' : 'ratings.changed', {
      ratingId: `rating-${value}`,
      raterId: `rater-${value}`,
      value,
      cycle: (day % 2) + 1,
    });
  else history.clock(at, what, own);
}

function contributions(facts: TicketFacts): (Contribution | null)[] {
  return [
    ...facts.clocks.map(clockContribution),
    ...facts.ratings.map(ratingContribution),
    ...facts.resolutions.map(resolutionContribution),
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
}

const lives = fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

it(`a rollup equals the recount whatever the order, repetition and lateness of its events (seed ${seed})`, () => {
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.nat()), (histories, numbers) => {
      const draw = (below: number): number => (numbers.next().value as number) % below;
      const all = histories.flatMap((steps, ticket) => {
        const history = new History(`ticket-${ticket}`);
        history.submitted('2026-03-01T08:00');
        for (const one of steps) write(history, one);
        return history.events;
      });
      // Each event is delivered once or twice, in any order; a refresh sees what was delivered until then.
      const deliveries = all
        .flatMap((event) => (draw(2) ? [event] : [event, event]))
        .map((event) => ({ event, place: draw(1_000) }))
        .sort((a, b) => a.place - b.place);
      const rollup = new Rollup();
      const known: TicketEvent[] = [];
      for (const { event } of deliveries) {
        known.push(event);
        if (draw(3))
          rollup.refresh(
            event.ticketId,
            known.filter((e) => e.ticketId === event.ticketId),
          );
      }
      const recount = new Rollup();
      for (const [at] of histories.entries()) {
        const mine = all.filter((event) => event.ticketId === `ticket-${at}`);
        rollup.refresh(`ticket-${at}`, mine);
        recount.refresh(`ticket-${at}`, mine);
      }
      expect(rollup.sums).toEqual(recount.sums);
      expect(Object.values(recount.sums).every((count) => count > 0)).toBe(true);
    }),
    { seed, numRuns: 300 },
  );
});
