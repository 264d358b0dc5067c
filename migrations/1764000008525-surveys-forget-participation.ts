import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closing a campaign writes all its invitations anew in random order: where a row lies would otherwise tell who answered. */
export class SurveysForgetParticipation1764000008525 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create function surveys.forget_participation(campaign uuid) returns void language plpgsql as $$
       declare
         one uuid;
       begin
         for one in select i.id from surveys.invitation i where i.campaign_id = campaign order by random() loop
           update surveys.invitation set used = null, rounds_sent = 1 where id = one;
         end loop;
       end $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function surveys.forget_participation(uuid)`);
  }
}
