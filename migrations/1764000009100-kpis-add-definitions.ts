import type { MigrationInterface, QueryRunner } from 'typeorm';
import { kpiDefinitions, kpiTargets } from './seeds/reference/kpi-definitions.js';

/** The indicators and their targets: frozen figures refer to a definition, so they come with the schema. */
export class KpisAddDefinitions1764000009100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const d of kpiDefinitions) {
      await runner.query(
        `insert into kpis.definition (code, version, name_lv, name_en, formula, valid_from) values ($1, $2, $3, $4, $5, $6)`,
        [d.code, d.version, d.nameLv, d.nameEn, d.formula, d.validFrom],
      );
    }
    for (const t of kpiTargets) {
      await runner.query(`insert into kpis.target (code, year, value, source) values ($1, $2, $3, $4)`, [
        t.code,
        t.year,
        t.value,
        t.source,
      ]);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from kpis.target`);
    await runner.query(`delete from kpis.definition`);
  }
}
