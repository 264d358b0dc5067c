import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Who signs in at the provider, and what it says of him. */
export interface PersonThere {
  readonly sub: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly amr?: readonly string[];
  readonly acr?: string;
  /** Does not go on at the provider's page. */
  readonly refuses?: boolean;
}

/** A real provider of OpenID Connect on a port of its own, which lets in whoever says who he is. */
export class OidcServer {
  static readonly clientId = 'atbalsts';
  static readonly clientSecret = 'of-the-tests-alone';

  private constructor(
    private readonly child: ChildProcess,
    readonly issuer: string,
  ) {}

  /** `answerAt`: the address to which it may send people back. */
  static async start(answerAt: string, home: string): Promise<OidcServer> {
    const client = {
      client_id: OidcServer.clientId,
      client_secret: OidcServer.clientSecret,
      redirect_uris: [answerAt],
      post_logout_redirect_uris: [home],
    };
    const program = join(import.meta.dirname, 'oidc-process.mjs');
    const child = spawn(process.execPath, [program, JSON.stringify(client)], { stdio: ['ignore', 'pipe', 'pipe'] });
    const issuer = await new Promise<string>((resolve, reject) => {
      let complaint = '';
      child.stderr.on('data', (text) => (complaint += String(text)));
      child.stdout.once('data', (text) => resolve(String(text).trim()));
      child.once('exit', () => reject(new Error(`the provider ended at once: ${complaint}`)));
    });
    return new OidcServer(child, issuer);
  }

  /** What a browser does at the provider's page: signs in there and is sent back. Answers the address that it is sent to. */
  async signIn(page: string, person: PersonThere): Promise<URL> {
    const cookies = new Map<string, string>();
    let at = new URL(page);
    // To the page that asks who comes, and on to our own address.
    for (let hops = 0; at.origin === this.issuer; hops += 1) {
      const response = await fetch(at, {
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-person': encodeURIComponent(JSON.stringify(person)),
        },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        cookies.set(name, value);
      }
      const next = response.headers.get('location');
      if (next === null || hops > 8) throw new Error(`the provider stays at ${at.href}: ${response.status} ${await response.text()}`);
      at = new URL(next, at);
    }
    return at;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }
}
