import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `alter table ratings.rating add column group_id uuid constraint fk_rating_group references identity.support_group (id)`,
  `update ratings.rating r set group_id = (e.payload ->> 'groupId')::uuid
   from platform.event_log e
   where e.subject_id = r.ticket_id and e.type = 'ratings.rated' and e.payload ->> 'ratingId' = r.id::text`,
  `create index ix_rating_group on ratings.rating (group_id, rated_at, id)`,
  `create table ratings.follow_up (
     id uuid constraint pk_follow_up primary key,
     rating_id uuid not null constraint fk_follow_up_rating references ratings.rating (id),
     ticket_id uuid not null constraint fk_follow_up_ticket references tickets.ticket (id),
     group_id uuid not null constraint fk_follow_up_group references identity.support_group (id),
     opened_at timestamptz not null,
     due_at timestamptz not null,
     state text not null,
     contacted boolean,
     note text,
     closed_by uuid constraint fk_follow_up_closer references identity.app_user (id),
     closed_at timestamptz,
     constraint uq_follow_up_rating unique (rating_id),
     constraint ck_follow_up_state check (state in ('open', 'done', 'withdrawn')),
     constraint ck_follow_up_closed check ((state = 'open') = (closed_at is null)),
     constraint ck_follow_up_done check ((state = 'done') = (note is not null and contacted is not null and closed_by is not null)),
     constraint ck_follow_up_note check (note is null or length(note) between 1 and 2000)
   )`,
  `create index ix_follow_up_open on ratings.follow_up (due_at, id) where state = 'open'`,
  `create index ix_follow_up_group on ratings.follow_up (group_id, opened_at, id)`,
  `create index ix_follow_up_ticket on ratings.follow_up (ticket_id)`,
  `create index ix_follow_up_closer on ratings.follow_up (closed_by)`,
];

/** The group whose work a rating is of, and what its lead did about a bad one. */
export class RatingsAddFollowUps1764000008010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ratings.follow_up`);
    await runner.query(`alter table ratings.rating drop column group_id`);
  }
}
