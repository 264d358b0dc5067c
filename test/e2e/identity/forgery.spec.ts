import { startTestApp, type TestApp } from '../../support/app.js';
import { type DemoPeople, layOutDemo, Visitor } from './visitor.js';

let app: TestApp;
let people: DemoPeople;

beforeAll(async () => {
  app = await startTestApp({ settings: { publicUrl: 'https://atbalsts.example' } });
  people = await layOutDemo(app);
});

afterAll(() => app?.close());

describe('a request that another site made a browser send', () => {
  it('is refused without the token of the session', async () => {
    const somebody = await people.visitor('ilze');
    const signs = [
      ['origin', app.url],
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
      ['referer', app.url],
    ] as const;
    for (const [name, value] of signs) {
      const answer = await somebody.ask('PATCH', '/me', { locale: 'en' }, { withoutToken: true, headers: { [name]: value } });
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ code: 'identity.csrf' });
    }
    expect((await somebody.ask('PATCH', '/me', { locale: 'lv' })).status).toBe(200);
  });

  it('is told from one of a program, which is no browser and needs no token', async () => {
    const somebody = await people.visitor('ilze');
    expect((await somebody.ask('PATCH', '/me', { locale: 'lv' }, { withoutToken: true })).status).toBe(200);
  });

  it("is refused with another session's token", async () => {
    const [somebody, other] = [await people.visitor('ilze'), await people.visitor('janis')];
    somebody.csrfToken = other.csrfToken;
    expect((await somebody.ask('DELETE', '/session')).status).toBe(403);
  });

  it.each(['https://evil.example', 'null', 'https://atbalsts.example.evil.example', 'http://atbalsts.example'])(
    'is refused from the origin %s, even with the token, and even for signing in',
    async (origin) => {
      const somebody = await people.visitor('ilze');
      const headers = { origin };
      expect((await somebody.ask('PATCH', '/me', { locale: 'en' }, { headers })).body).toMatchObject({
        status: 403,
        code: 'identity.foreign-origin',
      });
      const body = { login: 'ilze', password: people.passwordOf('ilze') };
      expect((await new Visitor(app.url).ask('POST', '/session', body, { headers })).status).toBe(403);
    },
  );

  it('is told from one of the page itself', async () => {
    const somebody = await people.visitor('ilze');
    for (const origin of ['https://atbalsts.example', app.url]) {
      expect((await somebody.ask('PATCH', '/me', { locale: 'lv' }, { headers: { origin } })).status).toBe(200);
    }
  });
});

describe('the cookie', () => {
  it('is tied to https and this host where the public address is https', async () => {
    const secure = await startTestApp({ settings: { publicUrl: 'https://atbalsts.example', secureCookies: true } });
    try {
      const demo = await layOutDemo(secure);
      const answer = await new Visitor(secure.url).ask('POST', '/session', { login: 'ilze', password: demo.passwordOf('ilze') });
      expect(answer.headers.getSetCookie()).toEqual([
        expect.stringMatching(/^__Host-atbalsts=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      ]);
    } finally {
      await secure.close();
    }
  });
});
