import type { MigrationInterface, QueryRunner } from 'typeorm';
import { REPORTING_VIEWS } from './seeds/reference/reporting-views.js';

const LOGINS = [
  `create table reports.bi_login (
     role text not null,
     institution_id uuid,
     added_at timestamptz not null,
     constraint bi_login_pk primary key (role),
     constraint bi_login_institution_fk foreign key (institution_id) references identity.institution (id)
   )`,
];

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * What SAP BI and others may read (DOMAIN A6): stable views with a comment on every column. They run with their owner's rights, so that a login
 * needs no right to anything else, and show what `reports.bi_login` says of that login; the barrier keeps a condition of the reader's from being
 * asked of rows that he may not see.
 */
export class ReportsAddReportingViews1764000011020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LOGINS) await runner.query(statement);
    await runner.query(`create schema reporting`);
    await runner.query(
      `comment on schema reporting is 'Read-only views for business intelligence. Only these are stable; all other schemas are the program''s own.'`,
    );
    for (const { name, comment, columns, from } of REPORTING_VIEWS) {
      const selected = columns.map(([column, expression]) => `${expression} as ${column}`).join(', ');
      await runner.query(`create view reporting.${name} with (security_barrier) as select ${selected} ${from}`);
      await runner.query(`comment on view reporting.${name} is ${quoted(comment)}`);
      for (const [column, , meaning] of columns) await runner.query(`comment on column reporting.${name}.${column} is ${quoted(meaning)}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema reporting cascade');
    await runner.query('drop table reports.bi_login');
  }
}
