import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Forgery, ForgingProvider } from '../../support/forging-provider.js';
import { OidcServer, type PersonThere } from '../../support/oidc-server.js';
import { ProviderBrowser } from './provider-browser.js';
import { type DemoPeople, layOutDemo } from './visitor.js';

export const PUBLIC = 'http://localhost:9';
export const SIGNED_IN = '/?signed-in=1';

const client = { clientId: OidcServer.clientId, clientSecret: OidcServer.clientSecret };
/** What the page of signing in calls each provider. */
export const named = { nameLv: 'Vienotā pieslēgšanās', nameEn: 'Single sign-on' };

/** What a provider says of somebody whose address it has checked. */
export const verified = (email: string, more: object = {}) => ({ email, email_verified: true, name: 'Somebody', ...more });

/** `vm` is a proper provider, `forged` answers what none would send, and `away` is not there. */
const providersAt = (server: OidcServer, forger: ForgingProvider) => [
  {
    ...{ ...named, ...client, code: 'vm', issuer: server.issuer, institutions: ['order', 'centre'] },
    ...{ link: ['external-id', 'mail'], externalIdClaim: 'employee_number', add: { from: 'org' }, signOut: true },
    roles: { from: 'groups', map: { 'Desk Agents': ['agent'], board: ['manager'] } },
    secondFactor: { amr: ['mfa'], acr: ['strong'] },
  },
  { ...named, ...client, code: 'forged', issuer: forger.issuer, institutions: ['*'], link: ['mail'] },
  { ...named, ...client, code: 'away', issuer: 'http://127.0.0.1:1', institutions: ['*'] },
];

/** The product with the demonstration's people, and the providers by which they may sign in. */
export class OutsideWorld {
  private constructor(
    readonly app: TestApp,
    readonly people: DemoPeople,
    readonly server: OidcServer,
    readonly forger: ForgingProvider,
  ) {}

  static async open(): Promise<OutsideWorld> {
    const [server, forger] = await Promise.all([
      OidcServer.start(`${PUBLIC}/api/v1/session/providers/vm/answer`, `${PUBLIC}/`),
      ForgingProvider.start(),
    ]);
    try {
      const app = await startTestApp({ settings: { publicUrl: PUBLIC, oidc: providersAt(server, forger) } });
      const world = new OutsideWorld(app, await layOutDemo(app), server, forger);
      for (const key of ['order', 'civil', 'centre'])
        await world.sql(`update identity.institution set external_id = $2 where id = $1`, [demoId('institution', key), key]);
      return world;
    } catch (error) {
      await Promise.all([server.stop(), forger.stop()]);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.app.close();
    await Promise.all([this.server.stop(), this.forger.stop()]);
  }

  sql<Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.app.app.get(Database).query<Row>(sql, values);
  }

  browser(): ProviderBrowser {
    return new ProviderBrowser(this.app.url, PUBLIC);
  }

  /** The whole way: button, provider's page, back. */
  async signIn(person: PersonThere, next?: string): Promise<{ here: ProviderBrowser; goTo: string }> {
    const here = this.browser();
    const page = await here.begin('vm', next);
    return { here, goTo: await here.comeBack(await this.server.signIn(page.href, person)) };
  }

  /** The provider's part alone: presses the button, signs in there, and answers the address that leads back. */
  async answerFor(here: ProviderBrowser, person: PersonThere): Promise<URL> {
    return this.server.signIn((await here.begin('vm')).href, person);
  }

  /** Comes back with a token that is forged so; answers where that leads. */
  async comeBackWith(here: ProviderBrowser, forgery: Forgery): Promise<string> {
    const page = await here.begin('forged');
    this.forger.nonce = page.searchParams.get('nonce')!;
    this.forger.forgery = forgery;
    const state = page.searchParams.get('state');
    return here.comeBack(new URL(`${PUBLIC}/api/v1/session/providers/forged/answer?code=any&state=${state}`));
  }

  async mailOf(login: string): Promise<string> {
    const [row] = await this.sql<{ email: string }>(`select email from identity.app_user where login = $1`, [login]);
    return row!.email;
  }

  rolesOf(login: string): Promise<{ role: string; source: string | null }[]> {
    return this.sql(
      `select g.role, g.source from identity.role_grant g join identity.app_user u on u.id = g.user_id
       where u.login = $1 and (g.valid_to is null or g.valid_to > now()) order by g.role`,
      [login],
    );
  }
}
