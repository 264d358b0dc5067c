import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The theme goes with the person from device to device; people say when they are away, and who stands in for them. */
export class IdentityAddAbsences1764000001022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table identity.app_user add column theme text not null default 'auto',
      add constraint ck_app_user_theme check (theme in ('auto', 'light', 'dark'))`);
    await runner.query(`create table identity.absence (
      id uuid not null, user_id uuid not null, first_day date not null, last_day date not null, delegate_id uuid,
      created_at timestamptz not null default now(),
      constraint pk_absence primary key (id),
      constraint fk_absence_user foreign key (user_id) references identity.app_user (id),
      constraint fk_absence_delegate foreign key (delegate_id) references identity.app_user (id),
      constraint ck_absence_days check (last_day between first_day and first_day + 366),
      constraint ck_absence_delegate check (delegate_id <> user_id),
      constraint ex_absence_overlap exclude using gist (user_id with =, daterange(first_day, last_day, '[]') with &&))`);
    await runner.query(`create index ix_absence_user on identity.absence (user_id, last_day)`);
    await runner.query(`create index ix_absence_delegate on identity.absence (delegate_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.absence`);
    await runner.query(`alter table identity.app_user drop column theme`);
  }
}
