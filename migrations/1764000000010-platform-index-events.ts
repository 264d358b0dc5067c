import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events of one type in a span of time: reports look for a month's among all that ever happened. */
export class PlatformIndexEvents1764000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index event_log_type_at_idx on platform.event_log (type, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index platform.event_log_type_at_idx`);
  }
}
