import { randomUUID } from 'node:crypto';
import { instant, type Instant } from '#kernel';
import { ImportClocks } from '#sla';
import { CIVIL, MAIL, NETWORK, ORDER, PolicyStory, type Refused, type SeenPolicy, type SeenRef } from './policy-story.js';

interface SeenAgreement extends Refused {
  id: string;
  kind: string;
  reference: string;
  service: SeenRef | null;
  institution: SeenRef | null;
  policy: SeenRef | null;
  validFrom: string;
  validTo: string | null;
  state: string;
  version: number;
  versions: { version: number; act: string; reason: string | null; actor: SeenRef | null; reference: string }[];
}

const HOUR = 3600;

describe('agreements', () => {
  let story: PolicyStory;
  let today: string;
  let gold: SeenPolicy;

  beforeAll(async () => {
    story = await PolicyStory.open();
    today = (await story.sql<{ d: string }>(`select (now() at time zone 'Europe/Riga')::date as d`))[0]!.d;
    const made = await (
      await story.as('admin')
    ).post<SeenPolicy>('/policies', { code: 'gold', nameLv: 'Dežūrdienesti', nameEn: 'Duty services' });
    gold = made.body;
  });

  afterAll(() => story?.close());

  const conclude = async (more: object, login = 'admin') =>
    (await story.as(login)).post<SeenAgreement>('/agreements', { kind: 'sla', reference: 'SLA-1', validFrom: today, ...more });

  it('name a policy once it has a version in force', async () => {
    expect(gold).toMatchObject({ code: 'gold', name: 'Dežūrdienesti', inForce: null, draft: { version: 1 } });
    const early = await conclude({ institutionId: ORDER, policyId: gold.id });
    expect(early.body).toMatchObject({ code: 'sla.policy-not-in-force', errors: [{ pointer: '/policyId' }] });
    const draft = await (await story.as('admin')).get<{ targets: { kind: string }[] }>(`/policies/${gold.id}/draft`);
    expect(draft.body.targets).toHaveLength(10);
    const general = await story.asked(await story.general());
    const quick = general.map((one) => (one.kind === 'resolution' ? { ...one, seconds: one.seconds / 2 } : one));
    expect((await story.save(gold, quick)).status).toBe(200);
    expect((await story.publish(gold)).status).toBe(200);
    const taken = await (await story.as('admin')).post<Refused>('/policies', { code: 'gold', nameLv: 'x', nameEn: 'x' });
    expect([taken.status, taken.body.code]).toEqual([422, 'sla.policy-code-taken']);
  });

  it('decide the policy of the tickets that they are for; the others follow the general one', async () => {
    const concluded = await conclude({ institutionId: ORDER, policyId: gold.id, note: 'Līgums par dežūrām' });
    expect(concluded.status).toBe(201);
    expect(concluded.body).toMatchObject({
      state: 'in_force',
      service: null,
      policy: { name: 'Dežūrdienesti' },
      versions: [{ act: 'concluded' }],
    });
    expect(await story.promised('ilze')).toMatchObject({ resolution: 8 * HOUR });
    expect(await story.promised('janis')).toMatchObject({ resolution: 16 * HOUR });
  });

  it('decide for history that is taken in, too: from the day on which they began', async () => {
    const importer = story.app.app.get(ImportClocks);
    const rules = await importer.rules();
    const facts = { ticketType: 'incident', institutionId: ORDER, serviceId: null, groupId: null, priority: 3 };
    const midnight = (await story.sql<{ at: Instant }>(`select ($1::date::timestamp at time zone 'Europe/Riga') as at`, [today]))[0]!.at;
    const promised = (at: number): number | undefined =>
      rules.targets(facts, instant(at)).find(({ kind }) => kind === 'resolution')?.seconds;
    expect([promised(midnight - 1), promised(midnight)]).toEqual([16 * HOUR, 8 * HOUR]);
    const history = [
      {
        type: 'incidents.submitted',
        subject: { type: 'ticket', id: randomUUID() },
        actorId: null,
        at: instant(midnight - 1),
        payload: facts,
      },
    ];
    expect(importer.replay(history, rules).clocks.find(({ kind }) => kind === 'resolution')?.state.target.seconds).toBe(16 * HOUR);
    const { id } = history[0]!.subject;
    const later = [{ ...history[0]!, at: midnight, subject: { type: 'ticket', id } }];
    expect(importer.replay(later, rules).clocks.find(({ kind }) => kind === 'resolution')?.state.target.seconds).toBe(8 * HOUR);
  });

  it('are passed over for the narrower one: for a service with an institution before for the institution', async () => {
    const policy = await (await story.as('admin')).post<SeenPolicy>('/policies', { code: 'mail', nameLv: 'Pasts', nameEn: 'Mail' });
    const targets = (await story.asked(await story.general())).map((one) => (one.kind === 'resolution' ? { ...one, seconds: HOUR } : one));
    await story.save(policy.body, targets);
    await story.publish(policy.body);
    await conclude({ reference: 'SLA-2', institutionId: ORDER, serviceId: MAIL, policyId: policy.body.id });
    expect(await story.promised('ilze', { serviceId: MAIL })).toMatchObject({ resolution: HOUR });
    expect(await story.promised('ilze')).toMatchObject({ resolution: 8 * HOUR });
    const match = await (
      await story.as('elina')
    ).get<{ decidedBy: string; policy: SeenRef; agreements: { reference: string; verdict: string; why: string }[] }>(
      `/policies/match?ticketType=incident&priority=3&serviceId=${MAIL}&institutionId=${ORDER}`,
    );
    expect(match.body).toMatchObject({ decidedBy: 'agreement', policy: { name: 'Pasts' } });
    expect(match.body.agreements).toEqual([
      expect.objectContaining({ reference: 'SLA-2', verdict: 'chosen', why: 'Vienošanās tieši ar šo iestādi par šo pakalpojumu.' }),
      expect.objectContaining({ reference: 'SLA-1', verdict: 'less-specific' }),
    ]);
  });

  it('do not overlap for the same service and institution; the other one is named', async () => {
    const again = await conclude({ reference: 'SLA-3', institutionId: ORDER });
    expect([again.status, again.body.code]).toEqual([409, 'sla.agreement-overlaps']);
    expect(again.body.title).toContain('„SLA-1”');
    expect((await conclude({ reference: 'OLA-1', kind: 'ola', groupId: NETWORK, institutionId: ORDER })).status).toBe(201);
    expect((await conclude({ reference: 'UC-1', kind: 'uc', supplier: 'Tīkli SIA', serviceId: MAIL })).status).toBe(201);
    expect((await conclude({ reference: 'UC-2', kind: 'uc', supplier: 'tīkli sia', serviceId: MAIL })).status).toBe(409);
    expect((await conclude({ reference: 'UC-3', kind: 'uc', supplier: 'Cits SIA', serviceId: MAIL })).status).toBe(201);
  });

  it('are kept apart by the database where two are concluded at once', async () => {
    const terms = (n: number) => ({ reference: `SLA-R${n}`, institutionId: CIVIL, serviceId: MAIL });
    const answers = await Promise.all([1, 2, 3, 4].map((n) => conclude(terms(n))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('change by versions that keep who did what; what has begun keeps its scope', async () => {
    const admin = await story.as('admin');
    const { items } = (await admin.get<{ items: SeenAgreement[] }>('/agreements')).body;
    const { id } = items.find(({ reference }) => reference === 'SLA-1')!;
    const terms = { kind: 'sla', reference: 'SLA-1a', institutionId: ORDER, policyId: gold.id, validFrom: today };
    expect((await admin.put(`/agreements/${id}`, terms, { 'if-match': '"7"' })).status).toBe(412);
    const put = await admin.put<SeenAgreement>(`/agreements/${id}`, terms, { 'if-match': '"1"' });
    expect(put.body).toMatchObject({
      reference: 'SLA-1a',
      version: 2,
      versions: [
        { version: 2, act: 'changed', reference: 'SLA-1a' },
        { version: 1, act: 'concluded', reference: 'SLA-1', actor: { name: expect.any(String) as string } },
      ],
    });
    const moved = await admin.put<SeenAgreement>(`/agreements/${id}`, { ...terms, institutionId: CIVIL });
    expect(moved.body).toMatchObject({ code: 'sla.agreement-begun', errors: [{ pointer: '/institutionId' }] });
    const otherHand = await (await story.as('elina')).put(`/agreements/${id}`, terms);
    expect(otherHand.status).toBe(403);
  });

  it('end on a day, and make room for the next one; tickets follow the general policy again', async () => {
    const admin = await story.as('admin');
    const { items } = (await admin.get<{ items: SeenAgreement[] }>('/agreements')).body;
    const { id } = items.find(({ reference }) => reference === 'SLA-1a')!;
    const past = await admin.post<SeenAgreement>(`/agreements/${id}/ending`, { validTo: '2020-01-01', reason: 'x' });
    expect(past.body.code).toBe('sla.agreement-end-in-past');
    const ended = await admin.post<SeenAgreement>(`/agreements/${id}/ending`, { validTo: today, reason: 'Reorganizācija' });
    expect(ended.body).toMatchObject({ state: 'ended', validTo: today, versions: [{ act: 'ended', reason: 'Reorganizācija' }, {}, {}] });
    expect(await story.promised('ilze')).toMatchObject({ resolution: 16 * HOUR });
    expect((await conclude({ reference: 'SLA-4', institutionId: ORDER, validFrom: '2099-01-01' })).body).toMatchObject({ state: 'coming' });
    expect((await admin.post<SeenAgreement>(`/agreements/${id}/ending`, { validTo: today, reason: 'x' })).body.code).toBe(
      'sla.agreement-over',
    );
  });

  it('do not begin in the past, and name what there is', async () => {
    expect((await conclude({ institutionId: CIVIL, validFrom: '2020-01-01' })).body.code).toBe('sla.agreement-backdated');
    expect((await conclude({ institutionId: MAIL })).body).toMatchObject({
      code: 'sla.institution-unknown',
      errors: [{ pointer: '/institutionId' }],
    });
    expect((await conclude({ kind: 'uc' })).body.code).toBe('sla.agreement-needs-supplier');
    expect((await conclude({ validFrom: '2026-02-30' })).status).toBe(422);
    expect((await (await story.as('admin')).get(`/agreements/${MAIL}`)).status).toBe(404);
  });

  it('are told to the event log', async () => {
    const rows = await story.sql<{ type: string; n: number }>(
      `select type, count(*)::int as n from platform.event_log where type like 'sla.agreement-%' or type like 'sla.policy-%' group by type order by type`,
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'sla.agreement-changed',
      'sla.agreement-concluded',
      'sla.agreement-ended',
      'sla.policy-created',
      'sla.policy-drafted',
      'sla.policy-published',
    ]);
  });

  it('keep their history whatever happens', async () => {
    await expect(story.sql(`update sla.agreement_version set reason = 'x'`)).rejects.toThrow();
    await expect(story.sql(`delete from sla.agreement_version`)).rejects.toThrow();
  });
});
