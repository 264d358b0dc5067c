import { Injectable } from '@nestjs/common';
import { type Instant, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { Definition, Words } from '../domain/question.js';

export interface SurveyRow {
  readonly id: string;
  readonly code: string;
  readonly title: Words;
}

/** One wording of a survey. */
export interface SurveyVersionRow {
  readonly id: string;
  readonly surveyId: string;
  readonly version: number;
  readonly definition: Definition;
  /** Counts the savings. */
  readonly revision: number;
  readonly savedAt: Instant;
  /** Null for what came with the installation. */
  readonly savedBy: string | null;
  readonly frozenAt: Instant | null;
}

const SURVEY = `id, code, jsonb_build_object('lv', title_lv, 'en', title_en) as title`;
const VERSION = `id, survey_id as "surveyId", version, definition, revision, saved_at as "savedAt", saved_by as "savedBy", frozen_at as "frozenAt"`;

/** Surveys and their versions, as they are kept. */
@Injectable()
export class SurveyStore {
  async all(on: Queryable): Promise<SurveyRow[]> {
    return on.query<SurveyRow>(`select ${SURVEY} from surveys.survey order by title_lv collate "lv-x-icu", id`);
  }

  /** Locks a survey against others who save it. Throws `surveys.survey.not-found`. */
  async lock(tx: Tx, surveyId: string): Promise<SurveyRow> {
    const [row] = await tx.query<SurveyRow>(`select ${SURVEY} from surveys.survey where id = $1 for update`, [surveyId]);
    if (!row) throw notFound('surveys.survey');
    return row;
  }

  /** False where the code is taken. */
  async add(tx: Tx, { id, code, title }: SurveyRow, by: string): Promise<boolean> {
    const written = await tx.execute(
      `insert into surveys.survey (id, code, title_lv, title_en, created_at, created_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do nothing`,
      [id, code, title.lv, title.en, ts(tx.now), by],
    );
    return written === 1;
  }

  async rename(tx: Tx, surveyId: string, title: Words): Promise<void> {
    await tx.execute(`update surveys.survey set title_lv = $2, title_en = $3 where id = $1`, [surveyId, title.lv, title.en]);
  }

  /** All versions of these surveys, the latest first. */
  async versions(on: Queryable, surveyIds: readonly string[]): Promise<SurveyVersionRow[]> {
    return on.query<SurveyVersionRow>(
      `select ${VERSION} from surveys.survey_version where survey_id = any($1::uuid[]) order by survey_id, version desc`,
      [surveyIds],
    );
  }

  /** One version by its id. Throws `surveys.version.not-found`. */
  async versionById(on: Queryable, versionId: string): Promise<SurveyVersionRow> {
    const [row] = await on.query<SurveyVersionRow>(`select ${VERSION} from surveys.survey_version where id = $1`, [versionId]);
    if (!row) throw notFound('surveys.version');
    return row;
  }

  /** The code of the survey of which this is a version. */
  async codeOf(on: Queryable, versionId: string): Promise<string> {
    const [row] = await on.query<{ code: string }>(
      `select s.code from surveys.survey s join surveys.survey_version v on v.survey_id = s.id where v.id = $1`,
      [versionId],
    );
    if (!row) throw notFound('surveys.version');
    return row.code;
  }

  /** A version under lock. Throws `surveys.version.not-found`. */
  async lockVersion(tx: Tx, versionId: string): Promise<SurveyVersionRow> {
    const [row] = await tx.query<SurveyVersionRow>(`select ${VERSION} from surveys.survey_version where id = $1 for update`, [versionId]);
    if (!row) throw notFound('surveys.version');
    return row;
  }

  async addVersion(
    tx: Tx,
    { id, surveyId, version, definition }: Pick<SurveyVersionRow, 'id' | 'surveyId' | 'version' | 'definition'>,
    by: string,
  ): Promise<void> {
    await tx.execute(
      `insert into surveys.survey_version (id, survey_id, version, definition, created_at, created_by, saved_at, saved_by)
       values ($1, $2, $3, $4, $5, $6, $5, $6)`,
      [id, surveyId, version, JSON.stringify(definition), ts(tx.now), by],
    );
  }

  /** Answers its new revision. */
  async saveVersion(tx: Tx, versionId: string, definition: Definition, by: string): Promise<number> {
    const [row] = await tx.query<{ revision: number }>(
      `update surveys.survey_version set definition = $2, revision = revision + 1, saved_at = $3, saved_by = $4 where id = $1
       returning revision`,
      [versionId, JSON.stringify(definition), ts(tx.now), by],
    );
    return row!.revision;
  }

  /** From now on the wording stays as it is, for good. */
  async freeze(tx: Tx, versionId: string): Promise<void> {
    await tx.execute(`update surveys.survey_version set frozen_at = $2 where id = $1`, [versionId, ts(tx.now)]);
  }
}
