import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many people of how many institutions said that they have a major incident's trouble too: what its priority is proposed from. */
export class IncidentsCountAffected1764000006070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table incidents.incident
        add column affected_people integer not null default 0,
        add column affected_institutions integer not null default 0,
        add constraint incident_affected_whole check ((affected_people = 0) = (affected_institutions = 0))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table incidents.incident
        drop constraint incident_affected_whole, drop column affected_institutions, drop column affected_people`);
  }
}
