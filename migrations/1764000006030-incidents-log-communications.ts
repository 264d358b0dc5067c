import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A major incident needs a log of who was told what and how (DOMAIN 2.2); it is only ever added to. */
export class IncidentsLogCommunications1764000006030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table incidents.communication (
      id uuid not null constraint communication_pk primary key,
      ticket_id uuid not null constraint communication_incident_fk references incidents.incident (ticket_id),
      by_id uuid not null constraint communication_by_fk references identity.app_user (id),
      at timestamptz not null,
      audience text not null constraint communication_audience_known check (audience in ('users', 'management', 'staff', 'suppliers')),
      channel text not null constraint communication_channel_known check (channel in ('phone', 'email', 'message', 'meeting', 'announcement')),
      body text not null
    )`);
    await runner.query(`create index communication_by_ticket on incidents.communication (ticket_id, at, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table incidents.communication`);
  }
}
