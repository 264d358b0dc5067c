import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers and the sealed box that they pass through. Neither table has a sequence, an instant, a token or an invitation, and nothing that a
 * person could be found by, except where he was told that he answers by name.
 */
export class SurveysAddAnswers1764000008520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function surveys.mix_participation(uuid)`);
    for (const table of ['response', 'drop_box']) await runner.query(`drop table surveys.${table}`);
    await runner.query(`drop function surveys.refuse_named_answer()`);
  }
}

const statements = [
  `create table surveys.drop_box (
     id uuid constraint pk_drop_box primary key,
     campaign_id uuid not null,
     institution_id uuid not null,
     envelope bytea not null,
     constraint fk_drop_box_institution foreign key (campaign_id, institution_id)
       references surveys.campaign_institution (campaign_id, institution_id)
   )`,
  `create index ix_drop_box_institution on surveys.drop_box (campaign_id, institution_id)`,
  `create table surveys.response (
     id uuid constraint pk_response primary key,
     campaign_id uuid not null,
     institution_id uuid not null,
     "on" date not null,
     answers jsonb not null,
     user_id uuid constraint fk_response_user references identity.app_user (id),
     constraint ck_response_answers check (jsonb_typeof(answers) = 'object'),
     constraint fk_response_institution foreign key (campaign_id, institution_id)
       references surveys.campaign_institution (campaign_id, institution_id)
   )`,
  `create index ix_response_institution on surveys.response (campaign_id, institution_id)`,
  `create index ix_response_user on surveys.response (user_id) where user_id is not null`,
  `create function surveys.refuse_named_answer() returns trigger language plpgsql as $$
   begin
     if (select anonymous from surveys.campaign where id = new.campaign_id) then
       raise exception 'an anonymous campaign takes no answer with a name';
     end if;
     return new;
   end $$`,
  `create trigger response_anonymous before insert or update on surveys.response
     for each row when (new.user_id is not null) execute function surveys.refuse_named_answer()`,
  // Writes all invitations that were used again, in random order and one transaction: who came before whom is then gone.
  `create function surveys.mix_participation(campaign uuid) returns void language plpgsql as $$
   declare
     one uuid;
   begin
     for one in select i.id from surveys.invitation i where i.campaign_id = campaign and i.used order by random() loop
       update surveys.invitation set used = true where id = one;
     end loop;
   end $$`,
];
