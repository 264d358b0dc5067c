import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Words {
  readonly lv: string;
  readonly en: string;
}

interface Seed {
  readonly id: string;
  readonly versionId: string;
  readonly code: string;
  readonly title: Words;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** The standard questionnaire (DOMAIN 6), which every installation begins with; the survey owner changes it as its first version. */
export class SurveysAddReference1764000008505 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const seed = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds/reference/standard-survey.json'), 'utf8')) as Seed;
    await runner.query(`insert into surveys.survey (id, code, title_lv, title_en, created_at) values ($1, $2, $3, $4, now())`, [
      seed.id,
      seed.code,
      seed.title.lv,
      seed.title.en,
    ]);
    await runner.query(
      `insert into surveys.survey_version (id, survey_id, version, definition, created_at, saved_at) values ($1, $2, 1, $3, now(), now())`,
      [seed.versionId, seed.id, JSON.stringify(seed.definition)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Down to here nothing may be asked by it any more; what is frozen by then goes with its trigger off.
    await runner.query(`alter table surveys.survey_version disable trigger survey_version_frozen`);
    await runner.query(`delete from surveys.survey_version`);
    await runner.query(`delete from surveys.survey`);
    await runner.query(`alter table surveys.survey_version enable trigger survey_version_frozen`);
  }
}
