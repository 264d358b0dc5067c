import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The scorecard among the ready reports. */
export class ReportsAddScorecard1764000011050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into reports.report (id, code, source, name_lv, name_en, purpose_lv, purpose_en, audience, cadence, position)
       select 'b6c1f0aa-7d0e-8b52-8c4f-5d0e6f1a9b32', 'scorecard', 'desk', 'Mērķu karte', 'Scorecard',
         'Katrs mērķu kartes rādītājs gadā pret mērķi, ar avotu un ticamības intervālu.',
         'Each indicator of the scorecard in a year against its target, with source and confidence interval.', 'internal', 'yearly', max(position) + 1
       from reports.report`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from reports.report where code = 'scorecard'`);
  }
}
