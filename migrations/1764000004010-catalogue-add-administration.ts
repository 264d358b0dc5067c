import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services are kept by screens: a version, and who drafted what another person publishes. */
export class CatalogueAddAdministration1764000004010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table catalogue.service
      add column version integer not null default 1,
      add column drafted_by uuid constraint fk_service_drafted_by references identity.app_user (id)`);
    await runner.query(`create index ix_service_drafted_by on catalogue.service (drafted_by)`);
    await runner.query(`create index ix_subscription_service on catalogue.subscription (service_id, valid_from)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index catalogue.ix_subscription_service`);
    await runner.query(`alter table catalogue.service drop column drafted_by, drop column version`);
  }
}
