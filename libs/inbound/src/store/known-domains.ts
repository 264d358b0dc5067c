import { Injectable } from '@nestjs/common';
import { Database, type Queryable, ts, type Tx } from '#platform';

export interface KnownDomain {
  readonly domain: string;
  readonly institutionId: string;
}

/** Domains of mail addresses that an administrator has said belong to an institution. */
@Injectable()
export class KnownDomains {
  constructor(private readonly database: Database) {}

  async all(): Promise<KnownDomain[]> {
    return this.database.query(`select domain, institution_id as "institutionId" from inbound.domain order by domain`);
  }

  /** The institution of a domain; undefined where nobody named one. */
  async institutionOf(on: Queryable, domain: string): Promise<string | undefined> {
    const [row] = await on.query<{ id: string }>(`select institution_id as id from inbound.domain where domain = $1`, [domain]);
    return row?.id;
  }

  async set(tx: Tx, { domain, institutionId }: KnownDomain, byId: string): Promise<void> {
    await tx.execute(
      `insert into inbound.domain (domain, institution_id, added_by_id, added_at) values ($1, $2, $3, $4)
       on conflict (domain) do update set institution_id = excluded.institution_id, added_by_id = excluded.added_by_id, added_at = excluded.added_at`,
      [domain, institutionId, byId, ts(tx.now)],
    );
  }

  /** False where there was none. */
  async remove(tx: Tx, domain: string): Promise<boolean> {
    return (await tx.execute(`delete from inbound.domain where domain = $1`, [domain])) > 0;
  }
}
