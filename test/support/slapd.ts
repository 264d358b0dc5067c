import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'ldapts';

const PROGRAM = '/usr/sbin/slapd';
const SCHEMAS = '/etc/ldap/schema';
const MODULES = '/usr/lib/ldap';

/** Whether this machine has OpenLDAP's server. run-tests.mjs names the package where it is missing, and ATBALSTS_TEST_STRICT=1 fails. */
export const slapdIsPresent = ((): boolean => {
  try {
    accessSync(PROGRAM, constants.X_OK);
    return true;
  } catch {
    return false;
  }
})();

/** The attributes of Active Directory that matter to signing in, beside those of every directory. */
const ACTIVE_DIRECTORY = `
attributetype ( 1.3.6.1.4.1.99999.1 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.2 NAME 'userAccountControl' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.3 NAME 'objectGUID' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )
attributetype ( 1.3.6.1.4.1.99999.4 NAME 'memberOf' EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12 )
objectclass ( 1.3.6.1.4.1.99999.9 NAME 'adPerson' SUP top AUXILIARY MAY ( sAMAccountName $ userAccountControl $ objectGUID $ memberOf ) )
`;

/** A TCP port of this machine that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export interface Entry {
  readonly login: string;
  readonly name: string;
  readonly password?: string;
  readonly mail?: string;
  /** Sixteen bytes are made of it. */
  readonly guid: string;
  readonly company?: string;
  readonly disabled?: boolean;
  readonly groups?: readonly string[];
}

/** A real LDAP server on a port of its own, with the attributes of Active Directory. */
export class Slapd {
  static readonly base = 'dc=vm,dc=test';
  static readonly serviceDn = 'cn=service,dc=vm,dc=test';
  static readonly servicePassword = 'of-the-tests-alone';
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    readonly tlsPort: number,
  ) {}

  static async start(): Promise<Slapd> {
    const folder = mkdtempSync(join(tmpdir(), 'atbalsts-slapd-'));
    const server = new Slapd(folder, await freePort(), await freePort());
    server.configure();
    await server.resume();
    await server.as(Slapd.serviceDn, Slapd.servicePassword, async (client) => {
      await client.add(Slapd.base, { objectClass: ['dcObject', 'organization'], dc: 'vm', o: 'VM' });
      await client.add(`ou=people,${Slapd.base}`, { objectClass: 'organizationalUnit', ou: 'people' });
    });
    return server;
  }

  get url(): string {
    return `ldap://127.0.0.1:${this.port}`;
  }

  get tlsUrl(): string {
    return `ldaps://localhost:${this.tlsPort}`;
  }

  /** The certificate by which the server is to be known. */
  get certificate(): string {
    return join(this.folder, 'server.pem');
  }

  dnOf(login: string): string {
    return `uid=${login},ou=people,${Slapd.base}`;
  }

  async add(entry: Entry): Promise<void> {
    const { login, name, password = 'parole-123', mail, guid, company = 'order', disabled = false, groups = [] } = entry;
    await this.as(Slapd.serviceDn, Slapd.servicePassword, (client) =>
      client.add(this.dnOf(login), {
        ...{ objectClass: ['inetOrgPerson', 'adPerson'], uid: login, sAMAccountName: login, cn: name, sn: name, displayName: name },
        ...{ userPassword: password, objectGUID: guid.padEnd(16, '0').slice(0, 16), o: company },
        userAccountControl: disabled ? '514' : '512',
        ...(mail === undefined ? {} : { mail }),
        ...(groups.length === 0 ? {} : { memberOf: [...groups] }),
      }),
    );
  }

  /** Puts another value in place of an attribute; none takes it away. */
  async change(login: string, attribute: string, ...values: string[]): Promise<void> {
    const { Attribute, Change } = await import('ldapts');
    await this.as(Slapd.serviceDn, Slapd.servicePassword, (client) =>
      client.modify(this.dnOf(login), new Change({ operation: 'replace', modification: new Attribute({ type: attribute, values }) })),
    );
  }

  async remove(login: string): Promise<void> {
    await this.as(Slapd.serviceDn, Slapd.servicePassword, (client) => client.del(this.dnOf(login)));
  }

  /** The server is away until `resume`. */
  async pause(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  async resume(): Promise<void> {
    const addresses = `${this.url}/ ldaps://127.0.0.1:${this.tlsPort}/`;
    this.child = spawn(PROGRAM, ['-f', join(this.folder, 'slapd.conf'), '-h', addresses, '-d', '0'], { stdio: 'ignore' });
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.as(Slapd.serviceDn, Slapd.servicePassword, async () => undefined);
      } catch (error) {
        if (attempt > 100 || this.child.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  async stop(): Promise<void> {
    await this.pause();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async as<T>(dn: string, password: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ url: this.url });
    try {
      await client.bind(dn, password);
      return await work(client);
    } finally {
      await client.unbind();
    }
  }

  private configure(): void {
    const at = (name: string): string => join(this.folder, name);
    mkdirSync(at('data'));
    const asked = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
    spawnSync('openssl', [...asked, '-addext', 'subjectAltName=DNS:localhost', '-keyout', at('key.pem'), '-out', at('server.pem')]);
    const schemas = ['core', 'cosine', 'inetorgperson'].map((name) => `include ${SCHEMAS}/${name}.schema`);
    const lines = [
      ...schemas,
      ACTIVE_DIRECTORY,
      `modulepath ${MODULES}`,
      'moduleload back_mdb',
      `TLSCertificateFile ${at('server.pem')}`,
      `TLSCertificateKeyFile ${at('key.pem')}`,
      // As many servers are set: nobody gets more than so many entries at once, and nobody in without a name.
      'sizelimit size.soft=50 size.hard=50 size.pr=50 size.prtotal=unlimited',
      'disallow bind_anon',
      'database mdb',
      `suffix "${Slapd.base}"`,
      `rootdn "${Slapd.serviceDn}"`,
      `rootpw ${Slapd.servicePassword}`,
      `directory ${at('data')}`,
    ];
    writeFileSync(at('slapd.conf'), `${lines.join('\n')}\n`);
  }
}
