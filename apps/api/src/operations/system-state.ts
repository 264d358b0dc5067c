import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Database, QueueConnection, settingLines, Settings } from '#platform';
import { HealthProbes } from './health-probes.js';
import type { MailStateResponse, SystemResponse } from './responses/system.response.js';

interface DatabaseState {
  readonly version: string;
  readonly bytes: number;
  readonly migrations: number;
  readonly last: string;
}

const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** What is installed, how it is set up and how it does. */
@Injectable()
export class SystemState {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly probes: HealthProbes,
    private readonly queues: QueueConnection,
  ) {}

  async read(): Promise<SystemResponse> {
    const [state] = await this.database.query<DatabaseState>(
      `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
         (select count(*)::int from public.schema_migration) as migrations,
         (select name from public.schema_migration order by id desc limit 1) as last`,
    );
    return {
      version: programVersion(),
      node: process.version,
      databaseVersion: state!.version,
      databaseBytes: state!.bytes,
      migrations: state!.migrations,
      lastMigration: state!.last,
      queueBackend: this.queues.backend,
      probes: await this.probes.all(),
      mail: await this.mail(),
      settings: settingLines(this.settings),
    };
  }

  private async mail(): Promise<MailStateResponse> {
    const [row] = await this.database.query<MailStateResponse>(
      `select
         (select count(*)::int from (select 1 from notifications.delivery where state in ('queued', 'sending') limit 1000) d) as waiting,
         (select ${iso('min(next_attempt_at)')} from notifications.delivery where state in ('queued', 'sending')) as "dueSince",
         (select ${iso('sent_at')} from notifications.delivery where sent_at is not null order by created_at desc, id desc limit 1) as "lastSentAt",
         (select ${iso('received_at')} from inbound.mail order by received_at desc, id desc limit 1) as "lastReceivedAt",
         (select count(*)::int from (select 1 from inbound.mail where fate = 'parked' limit 1000) m) as parked,
         (select last_error from inbound.mailbox where last_error is not null order by checked_at desc limit 1) as "mailboxError"`,
    );
    return row!;
  }
}

/** From the package that was installed. */
function programVersion(): string {
  for (const up of ['../../../..', '../../../../..']) {
    try {
      const { name, version } = JSON.parse(readFileSync(`${import.meta.dirname}/${up}/package.json`, 'utf8')) as Record<string, string>;
      if (name === 'atbalsts' && version) return version;
    } catch {
      // The sources and the build lie at different depths.
    }
  }
  return '';
}
