import { ahead, expectedClock, runUntil } from './expected-clock.mjs';
import { MinuteWalk } from './minute-walk.mjs';

const KINDS = `('response', 'resolution')`;
const micros = (column) => `(extract(epoch from ${column}) * 1000000)::bigint::text`;

const CLOCKS = `select id, kind, cycle, state, outcome, ${micros('outcome_at')} as "outcomeAt", ${micros('due_at')} as due, consumed::text, total::text, target_no as "targetNo"
  from sla.clock where kind in ${KINDS}`;
const STEPS = `select l.clock_id as id, l.type, ${micros('l.at')} as at, l.calendar_id as "calendarId", l.seconds, l.thresholds, l.rule, l.requester_asked as "requesterAsked"
  from sla.ledger l join sla.clock c on c.id = l.clock_id where c.kind in ${KINDS} order by l.clock_id, l.step`;
const CROSSINGS = `select clock_id as id, target_no as "targetNo", pct, ${micros('due_at')} as due, jumped from sla.crossing`;
const PLANNED = `select clock_id as id, target_no as "targetNo", pct, ${micros('due_at')} as due from sla.planned_crossing`;

const number = (text) => (text === null ? null : Number(text));

function grouped(rows) {
  const all = new Map();
  for (const row of rows) all.set(row.id, [...(all.get(row.id) ?? []), row]);
  return all;
}

const named = (rows) => rows.map(({ targetNo, pct, due }) => `${pct} % of target ${targetNo} at ${Number(due)}`).sort();

const differs = (a, b) => JSON.stringify(a) !== JSON.stringify(b);

/** What differs between a clock as it is kept and as it must be; empty where nothing does. */
function differences(row, steps, { crossings, planned, now }, calendar) {
  const told = expectedClock(steps, calendar);
  const expected = runUntil(told, now, calendar);
  const found = [];
  const compare = (what, is, should) =>
    differs(is, should) && found.push(`${what} is ${JSON.stringify(is)}, must be ${JSON.stringify(should)}`);
  compare('state', row.state, expected.state);
  compare('deadline', number(row.due), expected.due);
  compare('outcome', [row.outcome, number(row.outcomeAt)], [expected.outcome, expected.outcomeAt]);
  compare('consumed and total', [number(row.consumed), number(row.total)], [expected.consumed, expected.total]);
  compare('crossings', named(crossings), named(expected.crossed));
  compare('plan', named(planned), named(ahead(expected, calendar).filter(({ due }) => due >= now)));
  return found;
}

/**
 * Tells every clock anew from its ledger, minute by minute, and compares deadline, outcome, crossings and plan. What fell due while
 * the workers were stopping may be recorded or not: clocks with such a threshold are passed over.
 * @returns {Promise<{ told: number, wrong: string[] }>}
 */
export async function tellClocksAnew(postgres, { until, stopped }) {
  const calendars = new Map();
  for (const { id, ...definition } of await postgres.ask(`select id, timezone, weekly from calendars.calendar_version`))
    calendars.set(id, new MinuteWalk(definition));
  const calendar = (id) => calendars.get(id);
  const [steps, crossings, planned] = await Promise.all([STEPS, CROSSINGS, PLANNED].map(async (sql) => grouped(await postgres.ask(sql))));
  const now = stopped * 1000;
  const open = (at) => at > until * 1000 && at <= now;
  const wrong = [];
  let told = 0;
  for (const row of await postgres.ask(CLOCKS)) {
    const own = steps.get(row.id).map((step) => ({ ...step, at: Number(step.at) }));
    const kept = { crossings: crossings.get(row.id) ?? [], planned: planned.get(row.id) ?? [], now };
    const last = own.at(-1).at;
    if ([...kept.crossings, ...kept.planned].some(({ due }) => open(Number(due))) || last > until * 1000) continue;
    told += 1;
    const found = differences(row, own, kept, calendar);
    if (found.length > 0) wrong.push(`${row.kind} ${row.id}: ${found.join('; ')} [${own.map(({ type }) => type).join(', ')}]`);
  }
  return { told, wrong };
}
