import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mails of survey campaigns. The token that a link carries stands beside the body, not in it, until the mail has left: nobody who reads
 * the table later can answer in another's place.
 */
export class NotificationsAddSurveyMails1764000010040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `alter table notifications.delivery
     add column secret text,
     add column campaign_id uuid constraint delivery_campaign_fk references surveys.campaign (id),
     add column round integer`,
  `alter table notifications.delivery add constraint delivery_secret check (secret is null or state in ('queued', 'sending', 'mailbox'))`,
  `create index delivery_campaign on notifications.delivery (campaign_id, kind, round, state) where campaign_id is not null`,
];

const down = [
  `delete from notifications.delivery where campaign_id is not null`,
  `alter table notifications.delivery drop column secret, drop column campaign_id, drop column round`,
];
