import pg from 'pg';
import { requireLoginName } from './bi-logins.js';

/** What a login may take of the server: few connections, no query for ever. Its transactions begin read-only. */
const LIMITS = [
  `set default_transaction_read_only = on`,
  `set search_path = reporting`,
  `set statement_timeout = '5min'`,
  `set idle_in_transaction_session_timeout = '10min'`,
] as const;

/** Makes and removes the database's own logins, for which the program's role has no right: an administrator's address is needed. */
export class LoginRole {
  constructor(private readonly adminUrl: string) {}

  /** Makes the login, or gives the one of that name a new password. */
  async provide(role: string, verifier: string): Promise<void> {
    requireLoginName(role);
    await this.connected(async (client) => {
      const found = await client.query(`select 1 from pg_roles where rolname = $1`, [role]);
      const attributes = 'login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls connection limit 5';
      await client.query(`${found.rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes} password ${pg.escapeLiteral(verifier)}`);
      for (const limit of LIMITS) await client.query(`alter role ${role} ${limit}`);
      // Large objects are the one thing that anybody connected may write; nothing here uses them.
      await client.query(`revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea) from public`);
    });
  }

  async remove(role: string): Promise<void> {
    requireLoginName(role);
    await this.connected((client) => client.query(`drop role if exists ${role}`));
  }

  private async connected(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const client = new pg.Client({ connectionString: this.adminUrl, connectionTimeoutMillis: 15_000 });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}
