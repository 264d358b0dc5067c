import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';

/** What is changed in a token that is otherwise right. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key that is not among those that the provider shows. */
  readonly otherKey?: boolean;
  readonly unsigned?: boolean;
}

/** A provider that answers every code with a token, right or forged: what no proper provider would send. */
export class ForgingProvider {
  /** Applies to the next token. */
  forgery: Forgery = {};
  /** The nonce of the attempt under way, as the page was asked with it. */
  nonce = '';
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 });

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<ForgingProvider> {
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(forger.answer(request.url ?? '')));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const forger = new ForgingProvider(server, `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    return forger;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private answer(url: string): object {
    if (url.endsWith('/openid-configuration')) {
      const { issuer } = this;
      return {
        issuer,
        authorization_endpoint: `${issuer}/page`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      };
    }
    if (url === '/keys') return { keys: [{ ...this.key.publicKey.export({ format: 'jwk' }), kid: 'shown', alg: 'RS256', use: 'sig' }] };
    return { access_token: 'none', token_type: 'bearer', id_token: this.token() };
  }

  private token(): string {
    const { claims, otherKey = false, unsigned = false } = this.forgery;
    const now = Math.floor(Date.now() / 1000);
    const right = { iss: this.issuer, aud: 'atbalsts', sub: 'ilze-there', nonce: this.nonce, iat: now, exp: now + 300 };
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const content = `${part(unsigned ? { alg: 'none' } : { alg: 'RS256', kid: 'shown' })}.${part({ ...right, ...claims })}`;
    if (unsigned) return `${content}.`;
    const { privateKey } = otherKey ? this.otherKey : this.key;
    return `${content}.${createSign('sha256').update(content).sign(privateKey, 'base64url')}`;
  }
}
