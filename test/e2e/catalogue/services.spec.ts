import { CatalogueFacts } from '#catalogue';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type DemoLogin, type DemoPeople, layOutDemo } from '../identity/visitor.js';

let app: TestApp;
let people: DemoPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await layOutDemo(app);
});

afterAll(() => app?.close());

async function codes(login: DemoLogin, query = ''): Promise<string[]> {
  const answer = await (await people.visitor(login)).get(`/services${query}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { items: { code: string }[] }).items.map(({ code }) => code);
}

describe('the services that one can choose', () => {
  it('are those that the own institution subscribes to', async () => {
    expect(await codes('janis')).toEqual(expect.arrayContaining(['EVENTS', 'EID']));
    expect(await codes('janis')).not.toContain('CASES');
    expect(await codes('ilze')).toEqual(expect.arrayContaining(['EVENTS', 'CASES']));
  });

  it('are those of the institution for which staff file, and all where they name none', async () => {
    expect(await codes('elina', `?institutionId=${demoId('institution', 'civil')}`)).toEqual(await codes('janis'));
    expect(await codes('elina')).toHaveLength(12);
  });

  it('do not tell a requester whether another institution exists', async () => {
    const somebody = await people.visitor('ilze');
    const other = await somebody.get(`/services?institutionId=${demoId('institution', 'civil')}`);
    const none = await somebody.get(`/services?institutionId=${demoId('institution', 'no such one')}`);
    const withoutInstance = (body: unknown): object => ({ ...(body as object), instance: undefined });
    expect(other.status).toBe(404);
    expect(withoutInstance(other.body)).toEqual(withoutInstance(none.body));
    expect(await codes('ilze', `?institutionId=${demoId('institution', 'order')}`)).toEqual(await codes('ilze'));
  });

  it('come in the language of the reader, sorted by it', async () => {
    const somebody = await people.visitor('ilze');
    await somebody.ask('PATCH', '/me', { locale: 'en' });
    const items = ((await somebody.get('/services')).body as { items: { name: string; description: string }[] }).items;
    expect(items.map(({ name }) => name)).toEqual([...items.map(({ name }) => name)].sort(new Intl.Collator('lv').compare));
    expect(items[0]).toMatchObject({ name: 'Administrative case system' });
  });
});

describe('what other modules may ask of the catalogue', () => {
  it('is whether a service is offered to an institution today, and who takes it', async () => {
    const facts = app.app.get(CatalogueFacts);
    const [events, civil, registers] = [demoId('service', 'EVENTS'), demoId('institution', 'civil'), demoId('institution', 'registers')];
    expect(await facts.filing(events, civil)).toBeDefined();
    expect(await facts.filing(events, registers)).toBeUndefined();
    expect(await facts.defaultGroupOf(events)).toBe(demoId('group', 'applications'));
    await app.app
      .get(Database)
      .query(`update catalogue.subscription set valid_to = current_date - 1 where service_id = $1 and institution_id = $2`, [
        events,
        civil,
      ]);
    expect(await facts.filing(events, civil)).toBeUndefined();
  });

  it('keeps subscriptions from overlapping', async () => {
    const insert = `insert into catalogue.subscription (id, service_id, institution_id, valid_from) values (gen_random_uuid(), $1, $2, '2025-01-01')`;
    const params = [demoId('service', 'EID'), demoId('institution', 'civil')];
    await expect(app.app.get(Database).query(insert, params)).rejects.toThrow('ex_subscription_overlap');
  });
});
