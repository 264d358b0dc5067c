/** A browser that signs in by a provider: it keeps the cookies of the desk, and follows what it is told to. */
export class ProviderBrowser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    /** The address that people type, under which the product believes to stand. */
    private readonly publicUrl: string,
  ) {}

  get session(): string | undefined {
    return this.cookies.get('atbalsts');
  }

  async ask(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Presses the button; answers the provider's page. */
  async begin(provider: string, next?: string): Promise<URL> {
    const response = await this.ask('POST', `/session/providers/${provider}/attempt`, { next: next ?? null });
    const body = (await response.json()) as { goTo?: string };
    if (body.goTo === undefined) throw new Error(`the attempt answers ${response.status} ${JSON.stringify(body)}`);
    return new URL(body.goTo);
  }

  /** Is sent back; answers where it is sent on to, as the page below the public address. */
  async comeBack(answer: URL, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const response = await this.ask('GET', `${answer.pathname.replace('/api/v1', '')}${answer.search}`, undefined, headers);
    const goTo = response.headers.get('location') ?? '';
    if (response.status !== 303 || !goTo.startsWith(`${this.publicUrl}/`)) throw new Error(`sent on to ${response.status} ${goTo}`);
    return goTo.slice(this.publicUrl.length);
  }

  /** Who is signed in; undefined where nobody is. */
  async me(): Promise<{ login: string; name: string; email: string | null; roles: string[]; institution: { id: string } } | undefined> {
    const response = await this.ask('GET', '/me');
    return response.status === 200 ? ((await response.json()) as never) : undefined;
  }
}
