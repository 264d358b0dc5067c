import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { demoId } from '#identity';
import { Database } from '#platform';
import { WatchProcesses } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Condition {
  readonly key: string;
  readonly met: boolean;
  readonly text: string;
}

export interface Shown {
  readonly id: string;
  readonly stage: string;
  readonly conditions: Condition[];
  readonly todo: { code: string; text: string; may: boolean }[];
  readonly suspendsAt: string | null;
  readonly evidence: { id: string; kind: string; file: { name: string; sha256: string } | null; verifiedBy: { id: string } | null }[];
  readonly months: { month: string; live: number; judged: number; conforming: number }[];
  readonly stages: { stage: string; cause: string | null }[];
  readonly abilities: Record<string, boolean>;
  readonly reviewDueOn: string | null;
}

export const TERMS = {
  scope: 'Visi Centra uzturētie pakalpojumi.',
  description: 'Kā atjauno to, kas nedarbojas.',
  roles: [{ name: 'Grupas vadītājs', duty: 'Lemj par nozīmīgu incidentu.' }],
  lifecycle: 'incident',
  metrics: ['KPI-02', 'KPI-09'],
};
export const ORDER = {
  kind: 'order',
  document: 'Rīkojums par incidentu pārvaldību',
  orderNumber: '1-12/47',
  orderDate: '2026-03-02',
  signatory: 'Centra priekšnieks',
};

export const person = (login: string): string => demoId('person', login);
export const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
export const failing = ({ conditions }: Shown): string[] => conditions.filter(({ met }) => !met).map(({ key }) => key);

/** The register at the API, with viktors as the owner of processes, and dace and sanita as managers. */
export class ProcessDesk {
  private constructor(
    readonly test: TestApp,
    readonly cast: Cast,
    readonly database: Database,
    readonly owner: ApiClient,
    readonly manager: ApiClient,
    readonly second: ApiClient,
  ) {}

  static async open(options?: Parameters<typeof startTestApp>[0]): Promise<ProcessDesk> {
    const test = await startTestApp({ cast: true, ...options });
    const cast = await layCast(test);
    const database = test.app.get(Database);
    for (const [login, role] of [
      ['viktors', 'process_owner'],
      ['sanita', 'manager'],
    ] as const)
      await database.query(
        `insert into identity.role_grant (id, user_id, role, scope, valid_from) values ($1, $2, $3, 'all', now() - interval '1 day')`,
        [randomUUID(), person(login), role],
      );
    const [owner, manager, second] = [await cast.signIn('viktors'), await cast.signIn('dace'), await cast.signIn('sanita')];
    return new ProcessDesk(test, cast, database, owner, manager, second);
  }

  close(): Promise<void> {
    return this.test.close();
  }

  async read(id: string): Promise<Shown> {
    return (await this.manager.get<Shown>(`/processes/${id}`)).body;
  }

  async count(on = '2099-01-01'): Promise<number> {
    return (await this.manager.get<{ count: number }>(`/processes/count?on=${on}`)).body.count;
  }

  watch(): WatchProcesses {
    return this.test.app.get(WatchProcesses);
  }

  /** Counts the months and follows what the conditions say, as the worker does. */
  async watched(): Promise<void> {
    await this.watch().count();
    await this.watch().follow();
  }

  /** Incidents that began and were closed in each of the last three full months, told by their events alone. */
  async live(
    perMonth: number,
    steps: readonly string[] = ['submitted', 'accepted', 'resolved', 'closed'],
    imported = false,
  ): Promise<void> {
    await this.database.query(
      `insert into platform.event_log (at, type, version, subject_type, subject_id, payload, imported)
       select date_trunc('month', now() at time zone 'Europe/Riga') at time zone 'Europe/Riga' - make_interval(months => back) + interval '10 days'
           + ord * interval '1 hour', 'incidents.' || step, 1, 'ticket', subject, '{}', $3
       from (select gen_random_uuid() as subject, back from generate_series(1, 3) back, generate_series(1, $1) n offset 0) s,
         unnest($2::text[]) with ordinality as t(step, ord) order by subject, ord`,
      [perMonth, steps, imported],
    );
  }

  async freeze(codes: readonly string[]): Promise<void> {
    await this.database.query(
      `insert into kpis.edition (code, month, number, definition_version, known_until, frozen_at, input_hash)
       select c, (date_trunc('month', now() at time zone 'Europe/Riga') - make_interval(months => back))::date, 1,
         (select max(version) from kpis.definition d where d.code = c), now(), now(), 'test'
       from unnest($1::text[]) c, generate_series(1, 3) back on conflict do nothing`,
      [codes],
    );
  }

  /** A record that begins now. */
  async begin(): Promise<void> {
    await this.database.query(
      `insert into platform.event_log (at, type, version, subject_type, subject_id, payload) values (now(), 'incidents.submitted', 1, 'ticket', $1, '{}')`,
      [randomUUID()],
    );
  }

  async file(id: string, evidenceId: string): Promise<{ status: number; body: Shown }> {
    const call = request(this.test.url).put(`/api/v1/processes/${id}/evidence/${evidenceId}/file`).set(this.owner.headers());
    return (await call.attach('file', Buffer.from('%PDF-1.7 rīkojums'), 'rīkojums.pdf')) as { status: number; body: Shown };
  }

  /** A process with its order filed and verified, approved and in use. */
  async piloted(practice: string): Promise<string> {
    const { id } = (await this.owner.post<Shown>('/processes', { practice, ownerId: person('viktors') })).body;
    await this.owner.put(`/processes/${id}/terms`, TERMS);
    await this.owner.post(`/processes/${id}/design`);
    const added = (await this.owner.post<Shown>(`/processes/${id}/evidence`, ORDER)).body;
    await this.file(id, added.evidence[0]!.id);
    await this.manager.post(`/processes/${id}/evidence/${added.evidence[0]!.id}/verification`);
    expect((await this.manager.post<Shown>(`/processes/${id}/approval`)).body.stage).toBe('approved');
    await this.begin();
    expect((await this.owner.post<Shown>(`/processes/${id}/start`)).body.stage).toBe('piloted');
    return id;
  }
}
