import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { demoId, stableId } from '#identity';
import { type DomainEvent, type Json } from '#kernel';
import { FreezeMonths, RecountKpis } from '#kpis';
import { appendEvents, Database, EventLog, ReactionRegistry, Relay, UnitOfWork } from '#platform';
import { FIRST_LINE, History } from '../../../libs/kpis/src/domain/test/history.js';
import { step, writeStep } from '../../../libs/kpis/src/domain/test/random-life.js';
import { FACT_KINDS, FACT_TABLES } from '../../../libs/kpis/src/store/fact-table.js';
import { ticketsMovedBy } from '../../../libs/kpis/src/store/ticket-events.js';
import { RefreshFacts } from '../../../libs/kpis/src/use-cases/refresh-facts.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { layCast } from '../../support/cast.js';
import { seed } from '../../support/seed.js';

const HISTORIES = 1_000;
/** Each history is told in so many parts: what comes later comes after figures were counted, and after months were frozen. */
const PARTS = 3;
/** So many reactions of a part run one by one as the workers do; the others by hundreds of tickets, as an import and a recount do. */
const SINGLE = 400;
const TICKETS_AT_ONCE = 250;
const REACTION = 'kpis.refresh-facts';

/** People who rate; the third is erased in the middle. */
const RATERS = ['ilze', 'janis', 'viktors'] as const;

interface Ticket {
  readonly id: string;
  /** Its events, cut into what is told together. */
  readonly parts: readonly (readonly DomainEvent[])[];
}

/** Numbers that the seed decides: the order of deliveries, where histories are cut, what comes twice. */
const numbers = fc.sample(fc.nat(), { seed, numRuns: 200_000 });
let drawn = 0;
const draw = (below: number): number => numbers[drawn++ % numbers.length]! % below;

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: draw(1 << 30) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

const KINDS = ['standard', 'normal', 'emergency'] as const;
const OUTCOMES = ['successful', 'successful', 'with_issues', 'rolled_back', 'failed'] as const;

interface Told {
  readonly at: string;
  readonly type: string;
  readonly payload: Readonly<Record<string, Json>>;
}

/** A change in which incidents of its history are found guilty, at any time, also before it ends. */
function changeOf(): Told[] {
  const at = (day: number): string => `2026-${['03', '04', '10'][draw(3)]!}-${String(day).padStart(2, '0')}T12:00Z`;
  const kind = KINDS[draw(3)]!;
  return [
    { at: '2026-03-01T08:00', type: 'changes.drafted', payload: { kind } },
    ...(draw(2) ? [{ at: '2026-03-01T09:00', type: 'changes.submitted', payload: {} }] : []),
    ...(draw(3) ? [] : [{ at: '2026-03-02T09:00', type: 'changes.conflict-overridden', payload: { reasons: ['freeze'] } }]),
    {
      ...{ at: at(1 + draw(5)), type: 'changes.finished' },
      payload: { kind, outcome: OUTCOMES[draw(5)]!, actualTo: at(1 + draw(28)).replace('Z', ':00Z'), groupId: FIRST_LINE },
    },
  ];
}

/** The words of a random life stand for people, clocks and ratings of the database. */
function idOf(ticketId: string, key: string, value: Json | undefined): Json | undefined {
  if (typeof value !== 'string' || !key.endsWith('Id') || /^[0-9a-f-]{36}$/.test(value)) return value;
  if (key === 'raterId') return demoId('person', RATERS[Number(value.at(-1)) - 1]!);
  return stableId('rollup-property', ticketId, value);
}

function ticketsOf(): Ticket[] {
  const lives = fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 });
  return fc.sample(lives, { seed, numRuns: HISTORIES }).flatMap((tickets, history) => {
    const changeId = stableId('rollup-property', String(seed), String(history), 'change');
    const guilty = draw(2) === 1;
    const incidents = tickets.map((steps, at) => {
      const id = stableId('rollup-property', String(seed), String(history), String(at));
      const told = new History(id);
      told.submitted('2026-03-01T08:00');
      for (const one of steps) {
        writeStep(told, one);
        if (guilty && draw(6) === 0)
          told.add(`2026-03-${10 + draw(10)}T12:00Z`, 'tickets.linked', { kind: draw(4) ? 'caused_by' : 'related', targetId: changeId });
      }
      // Whatever came before, the last event is one that figures are counted after: a clock that only starts is not.
      told.add('2026-10-31T12:00Z', 'incidents.priority-changed', { to: { priority: 2 } });
      return ticketOf(id, told);
    });
    if (!guilty) return incidents;
    const told = new History(changeId);
    for (const { at, type, payload } of changeOf()) told.add(at, type, payload);
    return [...incidents, ticketOf(changeId, told)];
  });
}

function ticketOf(id: string, told: History): Ticket {
  const events = told.events.map(({ at, type, payload }): DomainEvent => {
    const ids = Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, idOf(id, key, value)]));
    return { type, version: 1, subject: { type: 'ticket', id }, actorId: null, at, payload: ids };
  });
  const cuts = Array.from({ length: PARTS - 1 }, () => draw(events.length + 1)).sort((a, b) => a - b);
  return { id, parts: Array.from({ length: PARTS }, (_, part) => events.slice(cuts[part - 1] ?? 0, cuts[part])) };
}

describe(`the rollup in PostgreSQL over ${HISTORIES} random histories (seed ${seed})`, () => {
  let test: TestApp;
  let database: Database;
  let recount: RecountKpis;
  const tickets = ticketsOf();

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    await layCast(test);
    database = test.app.get(Database);
    recount = test.app.get(RecountKpis);
  });

  afterAll(() => test?.close());

  async function tell(part: number): Promise<void> {
    const reactions = test.app.get(ReactionRegistry);
    const events = shuffled(tickets).flatMap(({ parts }) => parts[part]!);
    for (let at = 0; at < events.length; at += 2_000)
      await test.app.get(UnitOfWork).run((tx) => appendEvents(tx, events.slice(at, at + 2_000), reactions, { imported: false }));
  }

  const pending = async (): Promise<number[]> =>
    (
      await database.query<{ id: number }>(`select event_id as id from platform.pending_reaction where reaction = $1 order by event_id`, [
        REACTION,
      ])
    ).map(({ id }) => id);

  /** Some reactions one by one, six at a time; of the rest all, or nearly half come late. */
  async function react({ late }: { late: boolean }): Promise<void> {
    const queue = shuffled(await pending());
    const single = queue.splice(0, SINGLE);
    const many = late ? queue.filter(() => draw(5) < 3) : queue;
    await Promise.all([...Array.from({ length: 4 }, () => oneByOne(single)), together(many), together([])]);
  }

  async function oneByOne(queue: number[]): Promise<void> {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) await test.app.get(Relay).react(id, REACTION);
  }

  async function together(events: readonly number[]): Promise<void> {
    await database.query(`delete from platform.pending_reaction where reaction = $1 and event_id = any($2::bigint[])`, [REACTION, events]);
    const moved = await Promise.all((await test.app.get(EventLog).byIds(events)).map((event) => ticketsMovedBy(database, event)));
    const ids = shuffled(moved.flat());
    for (let at = 0; at < ids.length; at += TICKETS_AT_ONCE)
      await test.app.get(UnitOfWork).run((tx) => test.app.get(RefreshFacts).execute(tx, ids.slice(at, at + TICKETS_AT_ONCE)));
  }

  /** Reactions that were done are delivered again. */
  async function replay(): Promise<void> {
    await database.query(
      `insert into platform.pending_reaction (event_id, reaction)
       select id, $1 from platform.event_log where type like 'sla.%' and id % 7 = 0 on conflict do nothing`,
      [REACTION],
    );
  }

  /** Tables of facts, and of cells with the names of their counts. */
  const tables = FACT_KINDS.map((kind) => FACT_TABLES[kind]).flatMap(({ table, cells }) => [
    { table, counts: [] as string[] },
    ...(cells ? [{ table: cells.table, counts: Object.keys(cells.counts) }] : []),
  ]);

  /** What the figures are made of, as a hash; a cell that counts nothing any more is as good as none. */
  async function dump(edition: '= 0' | '> 0'): Promise<Record<string, string>> {
    const dumps: Record<string, string> = {};
    for (const { table, counts } of tables) {
      const counted = counts.length > 0 ? `and (${counts.map((count) => `${count} <> 0`).join(' or ')})` : '';
      const rows = await database.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t where edition ${edition} ${counted} order by 1`,
      );
      const text = rows.map(({ row }) => row).join('\n');
      dumps[table] = `${rows.length} ${createHash('sha256').update(text).digest('hex')}`;
    }
    return dumps;
  }

  it('less the recount is 0: permuted, repeated and late deliveries, recounts in between, frozen months, an erased person', async () => {
    await tell(0);
    await react({ late: true });
    await tell(1);
    // A recount in the middle of the reactions takes nothing that is still to come for an error.
    const [between] = await Promise.all([recount.execute(), react({ late: true })]);
    expect(between).toMatchObject({ differences: 0 });

    await test.app.get(FreezeMonths).execute();
    const frozen = await dump('> 0');
    expect(Object.keys(frozen)).toHaveLength(tables.length);
    await database.query(`update identity.app_user set name = 'Dzēsts', login = null, password_hash = null, email = null where id = $1`, [
      demoId('person', RATERS[2]),
    ]);
    await tell(2);
    await replay();
    await react({ late: true });
    await react({ late: false });
    expect(await pending()).toEqual([]);

    const rolled = await dump('= 0');
    expect(await recount.execute()).toMatchObject({ tickets: tickets.length, caughtUp: 0, differences: 0 });
    expect(await dump('= 0')).toEqual(rolled);
    // What was frozen before the last parts came is as it was.
    expect(await dump('> 0')).toEqual(frozen);
    await database.query('delete from kpis.ticket');
    for (const { table } of tables) await database.query(`delete from ${table} where edition = 0`);
    expect(await recount.execute()).toMatchObject({ tickets: tickets.length, caughtUp: tickets.length });
    expect(await dump('= 0')).toEqual(rolled);
  }, 300_000);
});
