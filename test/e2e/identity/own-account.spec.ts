import { startTestApp, type TestApp } from '../../support/app.js';
import { type DemoPeople, layOutDemo, Visitor } from './visitor.js';

let app: TestApp;
let people: DemoPeople;

beforeAll(async () => {
  app = await startTestApp();
  people = await layOutDemo(app);
});

afterAll(() => app?.close());

describe('changing one’s password', () => {
  it('ends all other sessions and keeps this one', async () => {
    const [here, elsewhere] = [await people.visitor('ilze'), await people.visitor('ilze')];
    const change = { currentPassword: people.passwordOf('ilze'), newPassword: 'a long new password' };
    expect((await here.ask('PUT', '/me/password', change)).status).toBe(204);
    expect((await here.get('/me')).status).toBe(200);
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await new Visitor(app.url).ask('POST', '/session', { login: 'ilze', password: change.currentPassword })).status).toBe(401);
    await new Visitor(app.url).signIn('ilze', 'a long new password');
  });

  it('wants the current one', async () => {
    const somebody = await people.visitor('janis');
    const answer = await somebody.ask('PUT', '/me/password', { currentPassword: 'wrong', newPassword: 'a long new password' });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/currentPassword', code: 'identity.current-password-wrong' }] });
    await new Visitor(app.url).signIn('janis', people.passwordOf('janis'));
  });

  it.each([
    ['elevenchars', 'identity.password-too-short'],
    ['janisjanisjanis', undefined],
    ['aaaaaaaaaaaaaaaa', 'identity.password-too-simple'],
  ])('to "%s" is answered with %s', async (newPassword, code) => {
    const somebody = await people.visitor('rihards');
    const answer = await somebody.ask('PUT', '/me/password', { currentPassword: 'wrong', newPassword });
    expect(answer.body).toMatchObject({ errors: [{ code: code ?? 'identity.current-password-wrong' }] });
  });

  it('leaves no session behind that was opened with the old password at the same moment', async () => {
    let password = people.passwordOf('andris');
    for (const next of ['first new password', 'second new password', 'third new password']) {
      const here = await new Visitor(app.url).signIn('andris', password);
      const others = Array.from({ length: 6 }, () => new Visitor(app.url));
      const change = here.ask('PUT', '/me/password', { currentPassword: password, newPassword: next });
      await Promise.all(others.map((other) => other.ask('POST', '/session', { login: 'andris', password })));
      expect((await change).status).toBe(204);
      expect(await Promise.all(others.map(async (other) => (await other.get('/me')).status))).toEqual(others.map(() => 401));
      password = next;
    }
  });

  it('counts guesses of the current one like attempts to sign in', async () => {
    const somebody = await people.visitor('dace');
    const guess = { currentPassword: 'wrong', newPassword: 'a long new password' };
    for (let n = 0; n < 10; n += 1) expect((await somebody.ask('PUT', '/me/password', guess)).status).toBe(422);
    expect((await somebody.ask('PUT', '/me/password', guess)).status).toBe(429);
  });
});

describe('one’s own settings', () => {
  it('change the language of names and refusals', async () => {
    const somebody = await people.visitor('elina');
    expect((await somebody.ask('PATCH', '/me', { locale: 'en' })).body).toMatchObject({
      locale: 'en',
      institution: { name: 'State IT Support Centre' },
    });
    const refusal = await somebody.ask('DELETE', '/session', undefined, {
      withoutToken: true,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(refusal.body).toMatchObject({ title: 'The request did not come from this page.' });
  });

  it.each([
    [{ locale: 'de' }],
    [{ roles: ['administrator'] }],
    [{ institutionId: 'x' }],
    [{ login: 'admin' }],
    [{ __proto__: { locale: 'en' }, active: false }],
  ])('take nothing else: %j', async (body) => {
    const somebody = await people.visitor('elina');
    expect((await somebody.ask('PATCH', '/me', body)).status).toBe(422);
  });
});
