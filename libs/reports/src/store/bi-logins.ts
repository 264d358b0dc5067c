import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Instant } from '#kernel';
import { Database, type Queryable, ts, type Tx } from '#platform';

/** A database login that reads the views of `reporting` and nothing else. */
export interface BiLogin {
  readonly role: string;
  /** Sees this institution alone; null sees all. */
  readonly institutionId: string | null;
  readonly institution: string | null;
  readonly addedAt: Instant;
}

const NAME = /^[a-z][a-z0-9_]{2,50}$/;

/** Throws `reports.login-invalid`: what stands in a statement without quotes of its own is plain. */
export function requireLoginName(role: string): void {
  if (!NAME.test(role) || role.startsWith('pg_')) throw new DomainError('reports.login-invalid', { role }, 'invalid');
}

/** Which logins there are and what each sees; the views ask this table. */
@Injectable()
export class BiLogins {
  constructor(private readonly database: Database) {}

  list(): Promise<BiLogin[]> {
    return this.database.query<BiLogin>(
      `select l.role, l.institution_id as "institutionId", i.name_lv as institution, l.added_at as "addedAt"
       from reports.bi_login l left join identity.institution i on i.id = l.institution_id order by l.role`,
    );
  }

  /** The institution with this registration number, Latvian name or id. Throws `reports.institution-unknown`. */
  async institution(named: string, on: Queryable = this.database): Promise<string> {
    const [row] = await on.query<{ id: string }>(
      `select id from identity.institution where registration_no = $1 or name_lv = $1 or id::text = $1`,
      [named],
    );
    if (!row) throw new DomainError('reports.institution-unknown', { named }, 'invalid');
    return row.id;
  }

  /** Lets a role that exists read the views; what it sees, the row says. The views that are still to come are granted with them. */
  async admit(tx: Tx, role: string, institutionId: string | null): Promise<void> {
    requireLoginName(role);
    await tx.execute(
      `insert into reports.bi_login (role, institution_id, added_at) values ($1, $2, $3)
       on conflict (role) do update set institution_id = excluded.institution_id`,
      [role, institutionId, ts(tx.now)],
    );
    await tx.execute(`grant usage on schema reporting to ${role}`);
    await tx.execute(`grant select on all tables in schema reporting to ${role}`);
    await tx.execute(`alter default privileges in schema reporting grant select on tables to ${role}`);
    // Whoever may connect may make temporary tables, unless the database says otherwise. The program makes none.
    await tx.execute(`do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$`);
  }

  async dismiss(tx: Tx, role: string): Promise<void> {
    requireLoginName(role);
    await tx.execute(`delete from reports.bi_login where role = $1`, [role]);
    await tx.execute(`revoke all on all tables in schema reporting from ${role}`);
    await tx.execute(`alter default privileges in schema reporting revoke select on tables from ${role}`);
    await tx.execute(`revoke all on schema reporting from ${role}`);
  }
}

/** A password for a login, and what PostgreSQL keeps of it: the password itself travels in no statement and stands in no log. */
export function newPassword(): { readonly password: string; readonly verifier: string } {
  const password = randomBytes(24).toString('base64url');
  return { password, verifier: scramVerifier(password, randomBytes(16)) };
}

/** RFC 5802 with SHA-256, as PostgreSQL writes it. The password is of plain signs, which SASLprep leaves as they are. */
function scramVerifier(password: string, salt: Buffer, iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const key = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
