import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A demonstration says so: the history laid into it is all that it has, so there it counts as if it were live. */
export class ProcessesAddDemonstration1764000010520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table processes.demonstration (
         singleton boolean not null,
         since timestamptz not null,
         constraint demonstration_pk primary key (singleton),
         constraint demonstration_single check (singleton)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table processes.demonstration');
  }
}
