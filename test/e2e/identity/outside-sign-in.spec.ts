import { demoId } from '#identity';
import type { Forgery } from '../../support/forging-provider.js';
import { named, OutsideWorld, PUBLIC, SIGNED_IN, verified } from './outside-world.js';

let world: OutsideWorld;

beforeAll(async () => {
  world = await OutsideWorld.open();
});

afterAll(() => world?.close());
beforeEach(() => world.sql('delete from identity.login_limit'));

describe('the page of signing in', () => {
  it('offers the providers by name, and says nothing else of them', async () => {
    const answer = await fetch(`${world.app.url}/api/v1/session/providers`);
    expect(await answer.json()).toEqual({ items: ['vm', 'forged', 'away'].map((code) => ({ code, ...named })) });
  });

  it('sends the browser on with state, nonce and a challenge, to come back to the configured address alone', async () => {
    const here = world.browser();
    const response = await here.ask(
      'POST',
      '/session/providers/vm/attempt',
      {},
      { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    );
    const page = new URL(((await response.json()) as { goTo: string }).goTo);
    const asked = Object.fromEntries(page.searchParams);
    expect(page.origin).toBe(world.server.issuer);
    expect(asked).toMatchObject({
      ...{ response_type: 'code', client_id: 'atbalsts', redirect_uri: `${PUBLIC}/api/v1/session/providers/vm/answer` },
      ...{ code_challenge_method: 'S256', state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^atbalsts-provider=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    // What goes over the wire to the provider does not tell what the cookie holds, nor does the table.
    const [kept] = await world.sql<{ all: string }>(`select string_agg(a::text, ' ') as all from identity.oidc_attempt a`);
    for (const text of [page.href, kept!.all]) expect(text).not.toContain(here.cookies.get('atbalsts-provider'));
    expect(kept!.all).not.toContain(asked['state']);
  });

  it('knows no other provider, and is asked by its own pages alone', async () => {
    expect((await world.browser().ask('POST', '/session/providers/none/attempt', {})).status).toBe(404);
    const foreign = await world.browser().ask('POST', '/session/providers/vm/attempt', {}, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });

  it('answers 503 at once where a provider is away, while passwords work as always', async () => {
    const response = await world.browser().ask('POST', '/session/providers/away/attempt', {});
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([503, 'identity.outside-unavailable']);
    expect((await world.people.visitor('ilze')).cookie).toBeDefined();
  });
});

describe('who comes back', () => {
  it('is known by an address that the provider has checked, and from then on by issuer and subject', async () => {
    const email = await world.mailOf('ilze');
    const { here, goTo } = await world.signIn({ sub: 'ilze-there', claims: verified(email.toUpperCase()) });
    expect([goTo, (await here.me())?.login]).toEqual([SIGNED_IN, 'ilze']);
    const renamed = await world.signIn({
      sub: 'ilze-there',
      claims: { name: 'Ilze', email: 'new@elsewhere.example', email_verified: true },
    });
    expect((await renamed.here.me())?.login).toBe('ilze');
    // What the provider calls her is no change of ours.
    expect(await world.mailOf('ilze')).toBe(email);
    const [linked] = await world.sql(`select provider, linked_by from identity.outside_identity where subject = 'ilze-there'`);
    expect(linked).toEqual({ provider: 'vm', linked_by: 'mail' });
  });

  it('is known by the external identifier before the address', async () => {
    await world.sql(`update identity.app_user set external_id = 'E-7' where login = 'zane'`);
    const { here } = await world.signIn({ sub: 'zane-there', claims: verified(await world.mailOf('ilze'), { employee_number: 'E-7' }) });
    expect((await here.me())?.login).toBe('zane');
  });

  it('is nobody by an address that is not checked, by one of several people, and by one whose identity there is another', async () => {
    const email = await world.mailOf('elina');
    expect((await world.signIn({ sub: 'one', claims: { email, email_verified: false, name: 'Elīna' } })).goTo).toBe(
      '/?refused=identity.outside-unknown',
    );
    expect((await world.signIn({ sub: 'two', claims: { email, email_verified: 'true', name: 'Elīna' } })).goTo).toContain('refused');
    const other = await world.signIn({ sub: 'ilze-again', claims: verified(await world.mailOf('ilze')) });
    expect([other.goTo, await other.here.me()]).toEqual(['/?refused=identity.outside-unknown', undefined]);
  });

  it('is nobody of an institution that the provider does not speak for, whatever it claims', async () => {
    await world.sql(`update identity.app_user set external_id = 'E-8' where login = 'janis'`);
    const claims = verified(await world.mailOf('janis'), { employee_number: 'E-8' });
    expect((await world.signIn({ sub: 'janis-there', claims })).goTo).toContain('refused');
    expect(
      (await world.signIn({ sub: 'janis-there', claims: { ...claims, org: 'civil', employee_number: 'new', email: 'new@x.example' } }))
        .goTo,
    ).toContain('refused');
    const linked = await world.sql(`select 1 from identity.outside_identity where subject = 'janis-there'`);
    expect(linked).toEqual([]);
  });

  it('does not take over by an address whoever manages, audits or administers; an administrator not by an identifier either', async () => {
    for (const login of ['dace', 'admin']) {
      expect((await world.signIn({ sub: `${login}-there`, claims: verified(await world.mailOf(login)) })).goTo).toContain('refused');
    }
    await world.sql(`update identity.app_user set external_id = 'E-' || login where login in ('dace', 'admin')`);
    expect((await world.signIn({ sub: 'dace-there', claims: { name: 'D', employee_number: 'E-dace' } })).goTo).toBe(SIGNED_IN);
    expect((await world.signIn({ sub: 'admin-there', claims: { name: 'A', employee_number: 'E-admin' } })).goTo).toContain('refused');
  });

  it('is added to the institution that the provider names, where it speaks for it; and never anew after leaving', async () => {
    const claims = verified('liga.jauna@order.example', {
      name: 'Līga Jauna',
      org: 'order',
      preferred_username: 'liga.jauna',
      employee_number: 'E-9',
    });
    const { here } = await world.signIn({ sub: 'liga', claims });
    expect(await here.me()).toMatchObject({
      ...{ login: 'liga.jauna', name: 'Līga Jauna', email: 'liga.jauna@order.example', roles: ['requester'] },
      institution: { id: demoId('institution', 'order') },
    });
    await world.sql(`update identity.app_user set active = false where login = 'liga.jauna'`);
    expect((await world.signIn({ sub: 'liga', claims })).goTo).toContain('refused');
    expect((await world.signIn({ sub: 'liga-anew', claims })).goTo).toContain('refused');
    // A login that is somebody's already is not given twice.
    const namesake = await world.signIn({ sub: 'namesake', claims: { name: 'Ilze Cita', org: 'order', preferred_username: 'ilze' } });
    expect((await namesake.here.me())?.login).toMatch(/^vm-[0-9a-f]{12}$/);
  });

  it('goes on to a page of ours, and to no other', async () => {
    const person = { sub: 'ilze-there', claims: {} };
    expect((await world.signIn(person, '/tickets/INC-1?x=1')).goTo).toBe(`${SIGNED_IN}&next=${encodeURIComponent('/tickets/INC-1?x=1')}`);
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/%0d%0aSet-Cookie:x', 'javascript:alert(1)'])
      expect(decodeURIComponent((await world.signIn(person, next)).goTo)).not.toMatch(/evil|javascript|next=[^/]/);
  });
});

describe('an answer', () => {
  const refused = (code: string): string => `/?refused=identity.${code}`;

  it('counts once, and for the browser that was sent there', async () => {
    const [here, other] = [world.browser(), world.browser()];
    const answer = await world.answerFor(here, { sub: 'ilze-there' });
    await other.begin('vm');
    // Another browser's attempt (forced sign-in), and one without any.
    expect(await other.comeBack(answer)).toBe(refused('outside-refused'));
    expect(await world.browser().comeBack(answer)).toBe(refused('outside-over'));
    const cookie = here.cookies.get('atbalsts-provider')!;
    expect(await here.comeBack(answer)).toBe(SIGNED_IN);
    // The code and the cookie again.
    const thief = world.browser();
    thief.cookies.set('atbalsts-provider', cookie);
    expect(await thief.comeBack(answer)).toBe(refused('outside-over'));
    expect(await thief.me()).toBeUndefined();
  });

  it('is refused with another state, after ten minutes, at another provider, and where somebody did not go on', async () => {
    const here = world.browser();
    const changed = await world.answerFor(here, { sub: 'ilze-there' });
    changed.searchParams.set('state', 'x'.repeat(43));
    expect(await here.comeBack(changed)).toBe(refused('outside-refused'));
    const late = await world.answerFor(here, { sub: 'ilze-there' });
    await world.sql(`update identity.oidc_attempt set created_at = now() - interval '11 minutes'`);
    expect(await here.comeBack(late)).toBe(refused('outside-over'));
    const mixed = await world.answerFor(here, { sub: 'ilze-there' });
    mixed.pathname = mixed.pathname.replace('/vm/', '/forged/');
    expect(await here.comeBack(mixed)).toBe(refused('outside-over'));
    expect(await here.comeBack(await world.answerFor(here, { sub: 'x', refuses: true }))).toBe(refused('outside-cancelled'));
    expect(await here.me()).toBeUndefined();
  });

  it('opens a session under a new id, and ends the one that the browser had', async () => {
    const here = world.browser();
    const planted = (await world.people.visitor('janis')).cookie!.split('=')[1]!;
    here.cookies.set('atbalsts', planted);
    await here.comeBack(await world.answerFor(here, { sub: 'ilze-there' }));
    expect([here.session === planted, (await here.me())?.login]).toEqual([false, 'ilze']);
    here.cookies.set('atbalsts', planted);
    expect(await here.me()).toBeUndefined();
  });

  it.each<[string, Forgery]>([
    ['is for another attempt (nonce)', { claims: { nonce: 'another' } }],
    ['names another issuer', { claims: { iss: 'https://elsewhere.example' } }],
    ['is for another client', { claims: { aud: 'somebody-else' } }],
    ['has run out', { claims: { exp: 1, iat: 1 } }],
    ['is signed with a key that the provider does not show', { otherKey: true }],
    ['is not signed', { unsigned: true }],
  ])('is refused where its token %s', async (_what, forgery) => {
    const here = world.browser();
    expect(await world.comeBackWith(here, forgery)).toBe(refused('outside-refused'));
    expect(await here.me()).toBeUndefined();
  });

  it('of another issuer with the same subject is somebody else', async () => {
    const here = world.browser();
    expect(await world.comeBackWith(here, { claims: { sub: 'ilze-there' } })).toBe(refused('outside-unknown'));
  });

  it('counts towards the limit of an address, as wrong passwords do', async () => {
    const here = world.browser();
    await world.sql(
      `insert into identity.login_limit (kind, key_hash, attempts, window_ends_at) values ('address', sha256('127.0.0.1'), 100, now() + interval '5 minutes')`,
    );
    const answer = await world.answerFor(here, { sub: 'ilze-there' });
    expect(await here.comeBack(answer)).toBe(refused('too-many-attempts'));
  });
});

describe('roles that follow from what a provider says', () => {
  const comes = (groups: string[]) => world.signIn({ sub: 'andris-there', claims: { name: 'R', employee_number: 'E-r', groups } });

  beforeAll(() => world.sql(`update identity.app_user set external_id = 'E-r' where login = 'andris'`));

  it('are given and taken as it says, but for those that people gave', async () => {
    const before = await world.rolesOf('andris');
    await comes(['desk agents', 'unknown']);
    expect(await world.rolesOf('andris')).toEqual(
      [...before, { role: 'agent', source: 'oidc:vm' }].sort((a, b) => a.role.localeCompare(b.role)),
    );
    await comes([]);
    expect(await world.rolesOf('andris')).toEqual(before);
  });

  it('are asked for, not given, where a second person approves; asked once, and no more after a refusal', async () => {
    const before = await world.rolesOf('andris');
    await comes(['board']);
    await comes(['board']);
    expect(await world.rolesOf('andris')).toEqual(before);
    const manager = await world.people.visitor('dace');
    const list = async () =>
      ((await manager.get('/organisation/grant-requests')).body as { items: { id: string; source: string }[] }).items;
    const [request, ...more] = await list();
    expect([request, more]).toMatchObject([{ role: 'manager', source: 'oidc:vm', requestedBy: null, abilities: { decide: true } }, []]);
    await manager.ask('POST', `/organisation/grant-requests/${request!.id}/refusal`, { reason: 'Nē.' });
    await comes(['board']);
    expect(await list()).toEqual([]);
  });

  it('count once a manager approves, and end when the provider does not say so any more', async () => {
    await world.sql(`delete from identity.grant_request`);
    await comes(['board']);
    const manager = await world.people.visitor('dace');
    const [request] = ((await manager.get('/organisation/grant-requests')).body as { items: { id: string }[] }).items;
    expect((await manager.ask('POST', `/organisation/grant-requests/${request!.id}/approval`)).status).toBe(204);
    expect(await world.rolesOf('andris')).toContainEqual({ role: 'manager', source: 'oidc:vm' });
    await comes([]);
    expect(await world.rolesOf('andris')).not.toContainEqual({ role: 'manager', source: 'oidc:vm' });
  });
});

describe('the second factor and signing out', () => {
  it('asks for our own factor unless the provider says that it has asked for one that counts', async () => {
    await world.sql(
      `insert into identity.second_factor (user_id, sealed_secret, confirmed_at) select id, '\\x00', now() from identity.app_user where login = 'ilze'`,
    );
    const weak = await world.signIn({ sub: 'ilze-there', amr: ['pwd'] });
    expect([await weak.here.me(), await (await weak.here.ask('GET', '/session/step')).json()]).toEqual([undefined, { step: 'code' }]);
    expect((await (await world.signIn({ sub: 'ilze-there', amr: ['pwd', 'mfa'] })).here.me())?.login).toBe('ilze');
    expect((await (await world.signIn({ sub: 'ilze-there', acr: 'strong' })).here.me())?.login).toBe('ilze');
    // Said beside the token it is worth nothing.
    expect(await (await world.signIn({ sub: 'ilze-there', amr: ['pwd'], claims: { amr: ['mfa'] } })).here.me()).toBeUndefined();
    await world.sql(`delete from identity.second_factor`);
  });

  it('ends the session here, and leads to where one signs out there', async () => {
    const { here } = await world.signIn({ sub: 'ilze-there' });
    const response = await here.ask('DELETE', '/session');
    const goTo = new URL(((await response.json()) as { goTo: string }).goTo);
    expect([response.status, goTo.origin, goTo.searchParams.get('post_logout_redirect_uri')]).toEqual([
      200,
      world.server.issuer,
      `${PUBLIC}/`,
    ]);
    expect(await here.me()).toBeUndefined();
    const local = await world.people.visitor('ilze');
    expect((await local.ask('DELETE', '/session')).status).toBe(204);
  });
});
