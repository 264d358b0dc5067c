import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create schema problems`,
  `create table problems.problem (
     ticket_id uuid not null,
     type text not null default 'problem',
     origin text not null,
     origin_text text,
     root_cause text,
     workaround text,
     public_title text,
     public_text text,
     known_since timestamptz,
     risk_accepted_by_id uuid,
     risk_accepted_at timestamptz,
     risk_reason text,
     resolution text,
     verify_from timestamptz,
     end_reason text,
     recurrences integer not null default 0,
     constraint problem_pk primary key (ticket_id),
     constraint problem_ticket_fk foreign key (ticket_id, type) references tickets.ticket (id, type),
     constraint problem_risk_accepted_by_fk foreign key (risk_accepted_by_id) references identity.app_user (id),
     constraint problem_type check (type = 'problem'),
     constraint problem_origin_known check (origin in ('incidents', 'trend', 'reason')),
     constraint problem_origin_said check (origin = 'incidents' or origin_text is not null),
     constraint problem_known_whole check (known_since is null or (root_cause is not null and workaround is not null)),
     constraint problem_public_whole check ((public_title is null) = (public_text is null)),
     constraint problem_risk_whole check ((risk_accepted_at is null) = (risk_reason is null)),
     constraint problem_recurrences_not_negative check (recurrences >= 0)
   )`,
  `create index problem_known on problems.problem (known_since) where known_since is not null`,
  `create table problems.fix (
     problem_id uuid not null,
     change_id uuid not null,
     raised_at timestamptz not null,
     outcome text,
     ended_at timestamptz,
     reviewed_at timestamptz,
     spent_at timestamptz,
     constraint fix_pk primary key (problem_id, change_id),
     constraint fix_problem_fk foreign key (problem_id) references problems.problem (ticket_id),
     constraint fix_change_fk foreign key (change_id) references tickets.ticket (id),
     constraint fix_outcome_known check (outcome in ('successful', 'with_issues', 'rolled_back', 'failed', 'not_done')),
     constraint fix_outcome_whole check ((outcome is null) = (ended_at is null))
   )`,
  `create index fix_by_change on problems.fix (change_id)`,
];

/** Problems and the changes that are to resolve them (DOMAIN 2.2, 3.3). */
export class ProblemsCreateTables1764000006710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema problems cascade');
  }
}
