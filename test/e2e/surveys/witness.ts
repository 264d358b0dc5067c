import pg from 'pg';

/** A person and what he answered, as only the test knows it. */
export interface Truth {
  readonly userId: string;
  /** His comment, which no other answer has. */
  readonly mark: string;
}

const ANSWERS = ['drop_box', 'response', 'invitation', 'invitation_token'];

/** Somebody with the whole database, as its superuser. What he finds out is measured against the truth. */
export class Witness {
  private constructor(
    private readonly client: pg.Client,
    private readonly adminUrl: string,
    private readonly campaignId: string,
  ) {}

  static async call(adminUrl: string, campaignId: string): Promise<Witness> {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    return new Witness(client, adminUrl, campaignId);
  }

  leave(): Promise<void> {
    return this.client.end();
  }

  /**
   * The fewest responses that a person's transaction leads to, and the fewest people that one leads to from a response: by the transaction that
   * wrote the invitation last and the one that wrote the response. Infinity where no transaction is shared.
   */
  async smallestSharedTransaction(): Promise<number> {
    const rows = await this.rows<{ n: string }>(
      `select least(i.n, r.n) as n
       from (select xmin::text as x, institution_id, count(*) as n from surveys.invitation where campaign_id = $1 and used group by 1, 2) i
       join (select xmin::text as x, institution_id, count(*) as n from surveys.response where campaign_id = $1 group by 1, 2) r using (x, institution_id)`,
    );
    return Math.min(Infinity, ...rows.map(({ n }) => Number(n)));
  }

  /** How many different transactions the invitations that were used come from: more than one is an order in time. */
  async participationTransactions(): Promise<number> {
    const [row] = await this.rows<{ n: string }>(
      `select count(distinct xmin::text) as n from surveys.invitation where campaign_id = $1 and used`,
    );
    return Number(row!.n);
  }

  /** Does the place of the responses follow the order in which they were given? From 0, not at all, to 1. */
  async orderOfResponses(truth: readonly Truth[]): Promise<number> {
    const rows = await this.rows<{ mark: string }>(
      `select answers ->> 'comment' as mark from surveys.response where campaign_id = $1 order by ctid`,
    );
    return correlation(
      rows.map(({ mark }) => mark),
      truth.map(({ mark }) => mark),
    );
  }

  /** Do the transactions, and within one the places, of the invitations that were used follow the order in which people answered? */
  async orderOfParticipation(truth: readonly Truth[]): Promise<number> {
    const rows = await this.rows<{ id: string }>(
      `select user_id::text as id from surveys.invitation where campaign_id = $1 and used order by xmin::text::bigint, ctid`,
    );
    return correlation(
      rows.map(({ id }) => id),
      truth.map(({ userId }) => userId),
    );
  }

  /** Columns of answers and participation that hold an instant, a counter, or a default that does. */
  async countersAndInstants(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'surveys' and table_name = any($1) and (data_type ~ '^(time|bigint|serial)' or column_default ~ 'nextval|now|clock'
         or is_identity = 'YES')
       union all select sequencename from pg_sequences where schemaname = 'surveys' order by 1`,
      [ANSWERS],
    );
    return rows.map(({ name }) => name);
  }

  /** Ids of answers that are not random ones (version 4). */
  async tellingIds(): Promise<number> {
    const rows = await this.rows(
      `select 1 from (select id from surveys.response where campaign_id = $1 union all select id from surveys.drop_box where campaign_id = $1) r
       where substr(id::text, 15, 1) <> '4'`,
    );
    return rows.length;
  }

  /** Tables that hold a text anywhere, also as bytes in hex. */
  async tablesWith(text: string): Promise<string[]> {
    const found: string[] = [];
    for (const table of await this.tables()) {
      const { rows } = await this.client.query(
        `select 1 from ${table} t where t::text like '%' || $1 || '%' or t::text like '%' || encode(convert_to($1, 'UTF8'), 'hex') || '%' limit 1`,
        [text],
      );
      if (rows.length > 0) found.push(table);
    }
    return found;
  }

  /** A fingerprint of every table and counter, so that two of them tell which were written in between. */
  async fingerprints(): Promise<ReadonlyMap<string, string>> {
    const prints = new Map<string, string>();
    for (const table of await this.tables()) {
      const { rows } = await this.client.query<{ print: string }>(
        `select coalesce(md5(string_agg(t.xmin::text || t.ctid::text || t::text, ',' order by t.ctid)), '') as print from ${table} t`,
      );
      prints.set(table, rows[0]!.print);
    }
    const { rows: counters } = await this.client.query<{ name: string; value: string | null }>(
      `select format('sequence %I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences order by 1`,
    );
    for (const { name, value } of counters) prints.set(name, value ?? '');
    return prints;
  }

  /** Is it noted when each transaction was committed? */
  async commitTimes(): Promise<string> {
    const { rows } = await this.client.query<{ track_commit_timestamp: string }>('show track_commit_timestamp');
    return rows[0]!.track_commit_timestamp;
  }

  /** Settings of the server, as a new connection has them, that would write statements with their values into its log. */
  async loggedByServer(): Promise<string[]> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        `select name from pg_settings
         where (name = 'log_statement' and setting not in ('none', 'ddl')) or (name = 'log_parameter_max_length_on_error' and setting <> '0')
           or (name in ('log_min_duration_statement', 'log_min_duration_sample') and setting <> '-1')
           or (name = 'log_transaction_sample_rate' and setting <> '0') order by 1`,
      );
      return rows.map(({ name }) => name);
    } finally {
      await client.end();
    }
  }

  async change(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  private async tables(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    return rows.map(({ name }) => name);
  }

  private async rows<Row extends object>(sql: string): Promise<Row[]> {
    return (await this.client.query<Row>(sql, [this.campaignId])).rows;
  }
}

/** Tables and counters whose fingerprints differ, by name. */
export function written(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after]
    .filter(([name, print]) => before.get(name) !== print)
    .map(([name]) => name)
    .sort();
}

/** Spearman's rank correlation of one order with another of the same things, without its sign. */
function correlation(seen: readonly string[], order: readonly string[]): number {
  const given = order.filter((one) => seen.includes(one));
  const squares = seen.map((one, at) => (given.indexOf(one) - at) ** 2).reduce((sum, square) => sum + square, 0);
  const n = seen.length;
  return Math.abs(1 - (6 * squares) / (n * (n * n - 1)));
}
