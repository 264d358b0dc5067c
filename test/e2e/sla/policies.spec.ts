import { Database } from '#platform';
import { PolicyBook } from '#sla';
import { type AskedTarget, changed, MAIL, NETWORK, ORDER, PolicyStory, type SeenDraft, type SeenPolicy, target } from './policy-story.js';

const HOUR = 3600;

describe('the policy that every ticket follows', () => {
  let story: PolicyStory;
  let general: SeenPolicy;
  let inForce: AskedTarget[];

  beforeAll(async () => {
    story = await PolicyStory.open();
    general = await story.general();
    inForce = await story.asked(general);
  });

  afterAll(() => story?.close());

  beforeEach(async () => {
    await (await story.as('admin')).delete(`/policies/${general.id}/draft`);
    general = await story.general();
    inForce = await story.asked(general);
  });

  it('is read by whoever works at the Centre: ten targets with the default steps, in force since ever', async () => {
    expect(general).toMatchObject({ code: 'default', inForce: { version: 1 }, coming: null, draft: null });
    expect(inForce).toHaveLength(10);
    expect(inForce[0]).toMatchObject({ kind: 'response', priority: 1, seconds: 900, calendarCode: '24x7' });
    expect(inForce[0]!['steps']).toContainEqual({ pct: 75, action: 'notify_lead', to: null });
    expect((await (await story.as('ilze')).get('/policies')).status).toBe(403);
  });

  it('is drafted by one person; nothing comes into force by it', async () => {
    const saved = await story.save(general, changed(inForce, 'resolution', 3, { seconds: 12 * HOUR }), { note: 'Rīkojums 1-7' });
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({
      version: 2,
      revision: 1,
      note: 'Rīkojums 1-7',
      warnings: [],
      abilities: { edit: true, publish: false },
    });
    expect(await story.promised('ilze')).toEqual({ response: 2 * HOUR, resolution: 16 * HOUR });
    expect(await story.general()).toMatchObject({ inForce: { version: 1 }, draft: { id: saved.body.id, revision: 1 } });
  });

  it('may stop its clocks for a hold reason of the administrator’s own, and not for one that nobody knows', async () => {
    const part = { list: 'hold_reason', code: 'awaiting_part', nameLv: 'Gaida rezerves daļu', nameEn: 'Awaiting a part' };
    expect((await (await story.as('admin')).post('/reference-words', part)).status).toBe(201);
    const stoppedBy = (reason: string) =>
      story.save(general, changed(inForce, 'resolution', 3, { pauseReasons: ['awaiting_requester', reason] }));
    expect((await stoppedBy('awaiting_part')).status).toBe(200);
    expect((await stoppedBy('awaiting_luck')).body).toMatchObject({ errors: [{ code: 'sla.pause-reason-unknown' }] });
  });

  it('is compared with what is in force: added, removed and changed targets with old and new', async () => {
    const own = target('resolution', 1, 2 * HOUR, { serviceId: MAIL, calendarCode: '24x7' });
    await story.save(general, [...changed(inForce, 'resolution', 3, { seconds: 12 * HOUR, pauseReasons: [] }).slice(1), own], {
      midFlightRule: 'replay',
    });
    const { body } = await (await story.as('dace')).get(`/policies/${general.id}/draft/comparison`);
    expect(body).toMatchObject({
      with: { version: 1 },
      added: [{ kind: 'resolution', priority: 1, seconds: 2 * HOUR, service: { id: MAIL } }],
      removed: [{ kind: 'response', priority: 1, seconds: 900 }],
      changed: [
        {
          target: { kind: 'resolution', priority: 3, seconds: 12 * HOUR, pauseReasons: [] },
          before: { seconds: 16 * HOUR, pauseReasons: ['awaiting_requester', 'agreed_date'] },
          terms: ['seconds', 'pauseReasons'],
        },
      ],
      unchanged: 8,
      midFlightRule: { before: 'middle_of_three', after: 'replay' },
    });
  });

  it('is published by a second person: never by whoever had a hand in the draft', async () => {
    await story.save(general, changed(inForce, 'resolution', 3, { seconds: 12 * HOUR }));
    expect((await story.publish(general, {}, 'admin')).status).toBe(403);
    await story.sql(
      `insert into identity.role_grant (id, user_id, role, scope, valid_from, granted_by)
       select gen_random_uuid(), id, 'manager', 'all', now(), (select id from identity.app_user where login = 'dace') from identity.app_user where login = 'admin'`,
    );
    const own = await story.publish(general, {}, 'admin');
    expect([own.status, own.body.code]).toEqual([403, 'sla.own-draft']);
    const draft = (await (await story.as('dace')).get<SeenDraft>(`/policies/${general.id}/draft`)).body;
    expect(draft.abilities).toEqual({ edit: false, publish: true });
    const published = await story.publish(general);
    expect([published.status, published.body.code]).toEqual([200, 'default']);
    expect(published.body).toMatchObject({
      draft: null,
      inForce: { id: draft.id, version: 2, publishedBy: { name: expect.any(String) as string } },
    });
  });

  it('holds for the next ticket, while open ones keep what they were promised', async () => {
    const ilze = await story.as('ilze');
    const earlier = await ilze.post<{ id: string }>('/incidents', { title: 'Senāk', description: 'Pirms tam.', impact: 2, urgency: 2 });
    await story.save(general, changed(inForce, 'resolution', 3, { seconds: 11 * HOUR }));
    expect((await story.publish(general)).status).toBe(200);
    expect(await story.promised('ilze')).toEqual({ response: 2 * HOUR, resolution: 11 * HOUR });
    const { body } = await ilze.get<{ items: { kind: string; targetSeconds: number; policy: { version: number } }[] }>(
      `/tickets/${earlier.body.id}/clocks`,
    );
    expect(body.items.find(({ kind }) => kind === 'resolution')).toMatchObject({ targetSeconds: 12 * HOUR, policy: { version: 2 } });
  });

  it('does not come into force in the past, nor before a version that is still to come, nor without a difference', async () => {
    const next = changed(inForce, 'resolution', 3, { seconds: 10 * HOUR });
    await story.save(general, inForce);
    expect((await story.publish(general)).body.code).toBe('sla.nothing-changes');
    await story.save(general, next);
    expect((await story.publish(general, { validFrom: '2020-01-01T00:00:00Z' })).body).toMatchObject({
      code: 'sla.valid-from-past',
      errors: [{ pointer: '/validFrom' }],
    });
    expect((await story.publish(general, { validFrom: 'tomorrow' })).status).toBe(422);
    const later = await story.publish(general, { validFrom: '2099-01-01T00:00:00+02:00' });
    expect(later.body).toMatchObject({ inForce: { version: 3 }, coming: { version: 4, validFrom: '2098-12-31T22:00:00.000Z' } });
    await story.save(general, inForce);
    expect((await story.publish(general)).body.code).toBe('sla.valid-from-before-last');
    expect((await story.publish(general, { validFrom: '2099-01-01T00:00:00+02:00' })).status).toBe(200);
    expect(await story.promised('ilze')).toMatchObject({ resolution: 11 * HOUR });
  });

  it('cannot be published with a gap, but saved with a warning', async () => {
    const saved = await story.save(
      general,
      inForce.filter(({ kind, priority }) => !(kind === 'resolution' && priority === 5)),
    );
    expect(saved.body.warnings).toEqual([
      expect.objectContaining({
        code: 'no-target',
        text: 'Atrisināšana P5, visiem: mērķvērtības nav, un šādiem pieteikumiem nebūtu termiņa.',
      }),
    ]);
    const refused = await story.publish(general, { validFrom: '2099-02-01T00:00:00Z' });
    expect(refused.body).toMatchObject({ code: 'sla.policy-incomplete', title: expect.stringContaining('Atrisināšana P5') as string });
  });

  it('refuses two rules of which neither is the more specific one, and names both', async () => {
    const mail = target('resolution', 3, HOUR, { serviceId: MAIL });
    const order = target('resolution', 3, 2 * HOUR, { institutionId: ORDER });
    const refused = await story.save(general, [...inForce, mail, order]);
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('sla.targets-ambiguous');
    expect(refused.body.title).toContain('Atrisināšana P3, pakalpojums „E-pasts un kalendārs”');
    expect(refused.body.title).toContain('Atrisināšana P3, iestāde „Sabiedriskās kārtības dienests”');
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual(['/targets/10', '/targets/11']);
    const both = target('resolution', 3, 1800, { serviceId: MAIL, institutionId: ORDER });
    expect((await story.save(general, [...inForce, mail, order, both])).status).toBe(200);
  });

  it('names what does not exist and what cannot be kept', async () => {
    const refused = await story.save(general, [
      ...inForce,
      target('resolution', 3, HOUR, { serviceId: ORDER }),
      target('ola', 3, HOUR, { partyId: MAIL, calendarCode: 'mars' }),
      target('response', 2, HOUR, { institutionId: ORDER, steps: [{ pct: 50, action: 'notify_role', to: 'king' }] }),
    ]);
    expect(refused.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/targets/10/serviceId', 'sla.service-unknown'],
      ['/targets/11/partyId', 'sla.group-unknown'],
      ['/targets/11/calendarCode', 'sla.calendar-unknown'],
      ['/targets/12/steps/0/to', 'sla.role-unknown'],
    ]);
    expect(
      (await story.save(general, [...inForce, target('response', 3, HOUR, { pauseReasons: ['awaiting_requester'] })])).body,
    ).toMatchObject({
      code: 'sla.draft-refused',
      errors: [{ pointer: '/targets/10/pauseReasons', detail: 'Šāda veida mērķvērtību nevar apturēt.' }],
    });
  });

  it('warns where the OLAs do not fit into the promise to the customer', async () => {
    const saved = await story.save(general, [
      ...inForce,
      target('ola', 3, 9 * HOUR, { partyId: NETWORK }),
      target('ola', 3, 8 * HOUR),
      target('supplier', 3, 20 * HOUR),
    ]);
    expect(saved.body.warnings.map(({ code }) => code)).toEqual(['uc-over-sla']);
    const more = await story.save(general, [...inForce, target('ola', 3, 30 * HOUR, { partyId: NETWORK })]);
    expect(more.body.warnings).toEqual([
      expect.objectContaining({ text: 'OLA P3, visiem: grupas kopā drīkst izlietot 30 h, bet klientam solīts 11 h.' }),
    ]);
  });

  it('keeps two drafters apart: who edited an older revision is told so', async () => {
    await story.save(general, inForce);
    const admin = await story.as('admin');
    const body = { midFlightRule: 'replay', targets: inForce };
    const put = (revision: number) => admin.put(`/policies/${general.id}/draft`, body, { 'if-match': `"${revision}"` });
    expect((await put(1)).status).toBe(200);
    expect((await put(1)).status).toBe(412);
    const dace = await story.as('dace');
    expect((await dace.post(`/policies/${general.id}/draft/publication`, {}, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('never changes once it is published, not even by SQL', async () => {
    const version = general.inForce!.id;
    await expect(story.sql(`update sla.policy_version set mid_flight_rule = 'replay' where id = $1`, [version])).rejects.toThrow(
      /does not change/,
    );
    await expect(story.sql(`delete from sla.target where policy_version_id = $1`, [version])).rejects.toThrow(/do not change/);
    await expect(story.sql(`update sla.target set seconds = seconds + 1 where policy_version_id = $1`, [version])).rejects.toThrow(
      /do not change/,
    );
    const draft = (await story.save(general, inForce)).body.id;
    await expect(story.sql(`update sla.target set policy_version_id = $2 where policy_version_id = $1`, [draft, version])).rejects.toThrow(
      /do not change/,
    );
  });

  it('gives the rules of any version and of the draft, for trying them out', async () => {
    const draft = await story.save(general, changed(inForce, 'resolution', 3, { seconds: 5 * HOUR }));
    const book = story.app.app.get(PolicyBook);
    const database = story.app.app.get(Database);
    const seconds = async (id: string) =>
      (await book.rulesOf(id, database)).find((rule) => rule.kind === 'resolution' && rule.priority === 3)?.seconds;
    expect([await seconds(draft.body.id), await seconds(general.inForce!.id)]).toEqual([5 * HOUR, 11 * HOUR]);
  });
});
