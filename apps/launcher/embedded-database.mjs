import pg from 'pg';
import { withLock } from './lock.mjs';

const HOLDER = 'atbalsts-holder';

/**
 * The embedded PostgreSQL as shared property: whoever needs it (a start, a command, a test run) starts it or joins it, and keeps one
 * connection open as the sign of use. Who leaves and sees no other sign stops the server. The signs vanish with their processes, so a
 * killed user never keeps the server for ever, and the next one joins what he left.
 */
export class EmbeddedDatabase {
  /** @param {import('./postgres-cluster.mjs').PostgresCluster} cluster */
  constructor(cluster) {
    this.cluster = cluster;
    this.leaving = false;
  }

  /** @returns {Promise<this>} */
  async enter() {
    await withLock(`postgres ${this.cluster.folder}`, async () => {
      this.cluster.create();
      this.secrets = this.cluster.secrets();
      this.port = this.cluster.runningPort();
      this.joined = this.port !== undefined;
      this.port ??= await this.cluster.start();
      await this.hold().catch((error) => {
        if (!this.joined) this.cluster.stop();
        throw error;
      });
    });
    return this;
  }

  async hold() {
    const client = new pg.Client({ connectionString: this.adminUrl('postgres'), application_name: HOLDER, keepAlive: true });
    client.on('error', () => undefined);
    await client.connect();
    client.on('end', () => void this.recover());
    this.holder = client;
  }

  /** The server went away under us (killed, or out of memory): start it again on the same port, so that everybody finds it. */
  async recover() {
    while (!this.leaving) {
      try {
        await withLock(`postgres ${this.cluster.folder}`, async () => {
          if (this.leaving) return;
          if (this.cluster.runningPort() === undefined) await this.cluster.start(this.port);
          await this.hold();
        });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  /** Connection address with the superuser's rights, for laying out databases. */
  adminUrl(database) {
    return `postgres://postgres:${this.secrets.postgres}@127.0.0.1:${this.port}/${database}`;
  }

  /** Connection address of the program's own role, which owns its database and nothing else. */
  url(database) {
    return `postgres://atbalsts:${this.secrets.atbalsts}@127.0.0.1:${this.port}/${database}`;
  }

  /** Makes the program's role, and its database when a name is given; both only when missing. */
  async provide(database) {
    // A role's statement takes no parameters; the password is of our own making: letters, digits, - and _.
    const password = `'${this.secrets.atbalsts}'`;
    await withLock(`postgres ${this.cluster.folder}`, async () => {
      const role = await this.holder.query(`SELECT 1 FROM pg_roles WHERE rolname = 'atbalsts'`);
      if (role.rowCount === 0) await this.holder.query(`CREATE ROLE atbalsts LOGIN CREATEDB PASSWORD ${password}`);
      if (database === undefined) return;
      const found = await this.holder.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (found.rowCount === 0)
        await this.holder.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER atbalsts TEMPLATE template0`);
    });
  }

  /** Gives up the sign of use, and stops the server when nobody else shows one. */
  async leave() {
    this.leaving = true;
    await withLock(`postgres ${this.cluster.folder}`, async () => {
      const others = await this.holder
        .query(`SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()`, [HOLDER])
        .then(
          (result) => result.rowCount > 0,
          () => false,
        );
      await this.holder.end().catch(() => undefined);
      if (!others && this.cluster.runningPort() !== undefined) this.cluster.stop();
    });
  }
}
