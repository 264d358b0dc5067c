import { createHash, randomUUID } from 'node:crypto';
import { demoId, stableId } from '#identity';
import { readSeed, type Tx } from '#platform';

/** Years back from now, month and day. */
type Day = readonly [back: number, day: string];

interface DemoRecommendation {
  readonly source: string;
  readonly number: string;
  readonly owner: string;
  readonly due: Day;
  readonly text: string;
  /** A later due with its reason; `late`: granted after the original due had passed. */
  readonly extended?: Day;
  readonly reason?: string;
  readonly late?: boolean;
  readonly implemented?: Day;
  /** Reported, and not verified yet. */
  readonly reported?: Day;
  /** An extension that was asked for today, with its reason. */
  readonly askReason?: string;
}

interface DemoControl {
  readonly document: string;
  readonly reference: string;
  readonly area: string;
  readonly location: string;
  readonly owner: string;
  readonly months: number;
  /** Days from today. */
  readonly lastDays: number;
  readonly dueDays: number;
}

const KEEPER = demoId('person', 'dace');

/**
 * Lays out the demonstration's registers with their history of three years, which no use-case could write: nobody grants an extension in the past.
 * What would lie in the future on the day of the start has not happened yet.
 */
export async function seedRegistersDemo(tx: Tx): Promise<void> {
  const { recommendations, controls } = readSeed<{
    recommendations: readonly DemoRecommendation[];
    controls: readonly DemoControl[];
  }>('demo/registers.json');
  const [now] = await tx.query<{ year: number; today: string }>(
    `select extract(year from now() at time zone 'Europe/Riga')::int as year, (now() at time zone 'Europe/Riga')::date as today`,
  );
  const { year, today } = now!;
  const on = ([back, day]: Day): string => `${year - back}-${day}`;
  const past = (day: Day | undefined): string | null => (day && on(day) <= today ? on(day) : null);
  for (const one of recommendations) await layRecommendation(tx, one, { on, past });
  for (const one of controls) await layControl(tx, one, today);
}

interface Days {
  on(day: Day): string;
  past(day: Day | undefined): string | null;
}

async function layRecommendation(tx: Tx, one: DemoRecommendation, { on, past }: Days): Promise<void> {
  const id = stableId('demo', 'recommendation', one.number);
  const owner = demoId('person', one.owner);
  const due = on(one.due);
  const counted = one.extended && !one.late ? on(one.extended) : due;
  const implemented = past(one.implemented);
  const reported = implemented ?? past(one.reported);
  const state = implemented ? 'implemented' : reported ? 'reported' : 'open';
  const added = await tx.execute(
    `insert into processes.recommendation (id, source, number, text, owner_id, due_on, counted_due_on, state, implemented_on, created_by_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, least(now(), $6::date - interval '200 days')) on conflict do nothing`,
    [id, one.source, one.number, one.text, owner, due, counted, state, implemented, KEEPER],
  );
  if (added === 0) return;
  if (one.extended)
    await tx.execute(
      `insert into processes.recommendation_extension (id, recommendation_id, due_on, reason, asked_by_id, asked_at, decided_by_id, decided_at, granted, counts)
       values ($1, $2, $3, $4, $5, least(now(), $6::date + $7::int * interval '1 day' - interval '4 days'), $8,
         least(now(), $6::date + $7::int * interval '1 day'), true, $9)`,
      [randomUUID(), id, on(one.extended), one.reason, owner, due, one.late ? 9 : -12, KEEPER, !one.late],
    );
  if (one.askReason)
    await tx.execute(
      `insert into processes.recommendation_extension (id, recommendation_id, due_on, reason, asked_by_id, asked_at)
       values ($1, $2, $3::date + 60, $4, $5, now() - interval '3 hours')`,
      [randomUUID(), id, due, one.askReason, owner],
    );
  if (reported) await layReport(tx, { id, number: one.number, reported, owner, verified: implemented !== null });
}

interface Report {
  readonly id: string;
  readonly number: string;
  readonly reported: string;
  readonly owner: string;
  readonly verified: boolean;
}

async function layReport(tx: Tx, { id, number, reported, owner, verified }: Report): Promise<void> {
  const bytes = Buffer.from(`Ieteikums ${number}\nĪstenots ${reported}.\nApliecinājumu pievienoja ieteikuma īpašnieks.\n`);
  await tx.execute(
    `insert into processes.implementation_report (id, recommendation_id, implemented_on, note, file_name, file_sha256, file, reported_by_id, reported_at,
       decided_by_id, decided_at, accepted)
     values ($1, $2, $3, 'Ieteikums izpildīts, apliecinājums pievienots.', $4, $5, $6, $7, least(now(), $3::date + interval '30 hours'), $8,
       case when $8::uuid is not null then least(now(), $3::date + interval '80 hours') end, case when $8::uuid is not null then true end)`,
    [
      ...[
        randomUUID(),
        id,
        reported,
        `izpilde-${number.replaceAll('/', '-')}.txt`,
        createHash('sha256').update(bytes).digest('hex'),
        bytes,
      ],
      ...[owner, verified ? KEEPER : null],
    ],
  );
}

async function layControl(tx: Tx, one: DemoControl, today: string): Promise<void> {
  const id = stableId('demo', 'control', one.reference);
  const owner = demoId('person', one.owner);
  const added = await tx.execute(
    `insert into processes.control_element (id, document, reference, area, location, owner_id, review_months, last_review_on, review_due_on,
       created_by_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::date + $9::int, $8::date + $10::int, $11, now() - interval '700 days') on conflict do nothing`,
    [id, one.document, one.reference, one.area, one.location, owner, one.months, today, one.lastDays, one.dueDays, KEEPER],
  );
  if (added === 0) return;
  await tx.execute(
    `insert into processes.control_review (id, control_element_id, reviewed_on, due_on, outcome, note, by_id, at)
     values ($1, $2, $3::date + $4::int, $3::date + $4::int + 10, 'confirmed', 'Pārskatīts, izmaiņas nav vajadzīgas.', $5, $3::date + $4::int + interval '10 hours')`,
    [randomUUID(), id, today, one.lastDays, owner],
  );
}
