import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Seed {
  readonly id: string;
  readonly versionId: string;
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly validFrom: string;
  readonly ticketType: string;
  readonly thresholds: readonly number[];
  readonly pauseReasons: { readonly response: readonly string[]; readonly resolution: readonly string[] };
  readonly targets: readonly {
    readonly priority: number;
    readonly calendar: string;
    readonly responseMinutes: number;
    readonly resolutionMinutes: number;
  }[];
}

/** The policy that every installation begins with (DOMAIN 4.1); an administrator changes it by publishing another version. */
export class SlaAddReference1764000007010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const seed = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds/reference/sla-policy.json'), 'utf8')) as Seed;
    await runner.query(`insert into sla.policy (id, code, name_lv, name_en) values ($1, $2, $3, $4)`, [
      seed.id,
      seed.code,
      seed.nameLv,
      seed.nameEn,
    ]);
    await runner.query(`insert into sla.policy_version (id, policy_id, version, valid_from) values ($1, $2, 1, $3)`, [
      seed.versionId,
      seed.id,
      seed.validFrom,
    ]);
    for (const target of seed.targets) {
      for (const kind of ['response', 'resolution'] as const) {
        const minutes = kind === 'response' ? target.responseMinutes : target.resolutionMinutes;
        await runner.query(
          `insert into sla.target (id, policy_version_id, ticket_type, priority, kind, seconds, calendar_id, pause_reasons, thresholds)
           select gen_random_uuid(), $1, $2, $3, $4, $5, c.id, $6::text[], $7::int[] from calendars.calendar c where c.code = $8`,
          [seed.versionId, seed.ticketType, target.priority, kind, minutes * 60, seed.pauseReasons[kind], seed.thresholds, target.calendar],
        );
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from sla.target`);
    await runner.query(`delete from sla.policy_version`);
    await runner.query(`delete from sla.policy`);
  }
}
