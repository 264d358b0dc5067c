import { type Cast, layCast } from '../../support/cast.js';
import { ApiClient } from '../../support/client.js';
import { startTestApp, type TestApp } from '../../support/app.js';

describe('the application', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
  });

  afterAll(() => test.close());

  it('is alive and ready', async () => {
    expect((await fetch(`${test.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${test.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(((await ready.json()) as { probes: { name: string }[] }).probes.map((p) => p.name)).toEqual([
      'database',
      'sla-sweep',
      'reactions',
    ]);
  });

  it('tells its metrics on loopback', async () => {
    expect(await (await fetch(`${test.url}/metrics`)).text()).toContain('atbalsts_probe_ok{probe="database"} 1');
  });

  it('describes its API', async () => {
    const document = (await (await fetch(`${test.url}/api/v1/openapi.json`)).json()) as { openapi: string; paths: object };
    expect(document.openapi).toMatch(/^3\./);
    expect(Object.keys(document.paths)).toContain('/api/v1/session');
  });

  it("answers what does not exist as a problem in the reader's language", async () => {
    const answer = await fetch(`${test.url}/api/v1/no-such-thing`, { headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({
      status: 404,
      code: 'platform.not-found',
      title: 'There is no such page or record.',
      instance: expect.stringMatching(/^urn:uuid:/),
    });
  });

  it('tells the methods of an address of the API that is asked for another one', async () => {
    for (const [method, path, allow] of [
      ['DELETE', '/api/v1/tickets', 'GET, HEAD'],
      ['GET', '/api/v1/incidents', 'POST'],
      ['PATCH', '/api/v1/tickets/INC-2026-000001/comments?x=1', 'GET, HEAD, POST'],
    ] as const) {
      const answer = await fetch(`${test.url}${path}`, { method });
      expect([path, answer.status, answer.headers.get('allow')]).toEqual([path, 405, allow]);
      expect(await answer.json()).toMatchObject({ status: 405, code: 'platform.method-not-allowed' });
    }
    expect((await fetch(`${test.url}/api/v1/no-such-thing`, { method: 'DELETE' })).status).toBe(404);
  });

  it('refuses fields where none are taken, and takes an empty body there', async () => {
    const elina = await cast.signIn('elina');
    const refused = await elina.post<{ errors: unknown }>('/incidents/INC-2026-000001/acceptance', { assigneeId: 'x' });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'platform.validation-failed',
      errors: [{ pointer: '/assigneeId', code: 'platform.field-whitelist-validation' }],
    });
    expect((await elina.post('/incidents/INC-2026-999999/acceptance', {})).status).toBe(404);
    expect((await new ApiClient(test.url).post('/incidents/INC-2026-000001/acceptance', { assigneeId: 'x' })).status).toBe(401);
  });

  it('asks for no parameter of a list that has a value of its own', async () => {
    const { paths } = (await (await fetch(`${test.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[] }>>;
    };
    const asked = Object.entries(paths).flatMap(([path, { get }]) =>
      (get?.parameters ?? [])
        .filter((parameter) => parameter.in === 'query' && parameter.required && ['limit', 'view', 'cursor'].includes(parameter.name))
        .map(({ name }) => `${path} ${name}`),
    );
    expect(asked).toEqual([]);
  });

  it('answers a body that is not JSON as a problem, in Latvian by default', async () => {
    const answer = await fetch(`${test.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'platform.malformed-request', title: 'Pieprasījumu nevarēja nolasīt.' });
  });

  it('names the field with text that cannot be stored, in a body and in a query', async () => {
    const ilze = await cast.signIn('ilze');
    const filed = await ilze.post('/incidents', { title: 'Drukā\u0000s', description: 'ar svītrām \ud800' });
    expect(filed).toMatchObject({
      status: 422,
      body: {
        errors: [
          { pointer: '/title', code: 'platform.field-characters' },
          { pointer: '/description', code: 'platform.field-characters' },
        ],
      },
    });
    expect(await ilze.get('/tickets?q=%00')).toMatchObject({ status: 422, body: { errors: [{ pointer: '/q' }] } });
  });

  it('refuses a body nested thousands deep', async () => {
    const answer = await fetch(`${test.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
    });
    expect(answer.status).toBe(422);
  });

  it('says what helps most about a field: that it is missing, or of the wrong kind', async () => {
    const ilze = await cast.signIn('ilze');
    expect((await ilze.post('/incidents', {})).body['errors']).toEqual([
      expect.objectContaining({ pointer: '/title', code: 'platform.field-is-defined', detail: 'Aizpildiet šo lauku.' }),
      expect.objectContaining({ pointer: '/description', code: 'platform.field-is-defined' }),
    ]);
    expect((await ilze.post('/incidents', { title: 5, description: 'x', impact: 'a', serviceId: 'b' })).body['errors']).toMatchObject([
      { pointer: '/title', code: 'platform.field-is-string' },
      { pointer: '/serviceId', code: 'platform.field-is-uuid' },
      { pointer: '/impact', code: 'platform.field-is-in' },
    ]);
    expect((await ilze.get('/tickets?limit=abc')).body['errors']).toMatchObject([{ pointer: '/limit', code: 'platform.field-is-int' }]);
  });

  it('forbids inline scripts and framing on every answer', async () => {
    const policy = (await fetch(`${test.url}/health/live`)).headers.get('content-security-policy');
    expect(policy).toContain(`script-src 'self';`);
    expect(policy).toContain(`frame-ancestors 'none'`);
  });

  it('lets the cast sign in', async () => {
    const me = await (await cast.signIn('ilze')).get('/me');
    expect(me.body).toMatchObject({ login: 'ilze', home: 'portal' });
    expect((await new ApiClient(test.url).get('/me')).status).toBe(401);
  });
});
