import { Database } from '#platform';
import type { TestApp } from '../../support/app.js';
import type { ApiClient } from '../../support/client.js';

/** The version of the standard questionnaire that every installation has. */
export async function standardVersion(test: TestApp): Promise<string> {
  const [row] = await test.app.get(Database).query<{ id: string }>(`select id from surveys.survey_version order by version limit 1`);
  return row!.id;
}

/** A working day in the year to come, far enough from today. */
export const OPENS_ON = '2027-02-01';

export interface Shown {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly seed: string | null;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly frame: readonly { institution: { id: string; name: string }; users: number; invited: number; reason: string | null }[];
  readonly plan: readonly { kind: string; number: number; on: string; state: string }[];
  readonly history: readonly { what: string; actor: { name: string } | null }[];
  readonly obstacles: readonly { code: string }[];
  readonly abilities: Readonly<Record<string, boolean>>;
}

/** Makes a draft with sensible terms. */
export async function drafted(test: TestApp, owner: ApiClient, terms: object = {}): Promise<Shown> {
  const made = await owner.post<Shown>('/campaigns', {
    surveyVersionId: await standardVersion(test),
    titleLv: 'Klientu apmierinātība 2027',
    titleEn: 'Client satisfaction 2027',
    year: 2027,
    mode: 'all_users',
    opensOn: OPENS_ON,
    ...terms,
  });
  if (made.status !== 201) throw new Error(`no campaign: ${made.status} ${JSON.stringify(made.body)}`);
  return made.body;
}

/** Drafts, has it approved, opens. */
export async function opened(test: TestApp, people: { owner: ApiClient; manager: ApiClient }, terms: object = {}): Promise<Shown> {
  const { id } = await drafted(test, people.owner, terms);
  const approval = await people.manager.post(`/campaigns/${id}/approval`);
  const opening = await people.owner.post<Shown>(`/campaigns/${id}/opening`);
  if (approval.status !== 200 || opening.status !== 200) throw new Error(JSON.stringify([approval.body, opening.body]));
  return opening.body;
}

/** Every day is a working day round the clock, so that a test need not wait for one: mail may leave now, and a day is a day. */
export async function workEveryDay(test: TestApp): Promise<void> {
  const every = JSON.stringify(Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['00:00', '24:00']]])));
  await test.app.get(Database).query(
    `insert into calendars.calendar_version (id, calendar_id, version, timezone, weekly, exceptions, shortened_by_minutes, source, published_at)
       select gen_random_uuid(), id, 1000, timezone, $1::jsonb, '[]', 0, 'test', now() from calendars.calendar where code = 'lv-8x5'`,
    [every],
  );
}

/** Moves an open campaign so that it opened `days` days ago. */
export async function openedDaysAgo(test: TestApp, id: string, days: number): Promise<void> {
  await test.app
    .get(Database)
    .query(
      `update surveys.campaign set closes_on = closes_on - (opens_on - (now()::date - $2::int)), opens_on = now()::date - $2::int where id = $1`,
      [id, days],
    );
}
