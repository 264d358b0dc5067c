import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Seed {
  readonly id: string;
  readonly versionId: string;
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly timezone: string;
  readonly shortenedByMinutes: number;
  readonly weekly: unknown;
  readonly exceptions: unknown;
  readonly source: string;
}

/** The two calendars of every installation: LV 8x5 with the holidays and moved days of 2016-2027, and round the clock (DOMAIN 4.2). */
export class CalendarsAddReference1764000003010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of ['lv-8x5', '24x7']) {
      const seed = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds/reference', `calendar-${name}.json`), 'utf8')) as Seed;
      await runner.query(`insert into calendars.calendar (id, code, name_lv, name_en) values ($1, $2, $3, $4)`, [
        seed.id,
        seed.code,
        seed.nameLv,
        seed.nameEn,
      ]);
      await runner.query(
        `insert into calendars.calendar_version (id, calendar_id, version, timezone, weekly, exceptions, shortened_by_minutes, source, published_at)
         values ($1, $2, 1, $3, $4, $5, $6, $7, now())`,
        [
          seed.versionId,
          seed.id,
          seed.timezone,
          JSON.stringify(seed.weekly),
          JSON.stringify(seed.exceptions),
          seed.shortenedByMinutes,
          seed.source,
        ],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`truncate calendars.calendar_version, calendars.calendar`);
  }
}
