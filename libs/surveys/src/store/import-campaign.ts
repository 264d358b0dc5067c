import { randomUUID } from 'node:crypto';
import { type Queryable, ts, type Tx } from '#platform';
import type { Instant } from '#kernel';
import type { Answers } from '../domain/question.js';

/** An institution of a campaign that was run elsewhere. */
export interface ImportedInstitutionAnswers {
  readonly institutionId: string;
  readonly users: number;
  readonly invited: number;
  /** Without their givers: nothing else was ever known here. */
  readonly answers: readonly Answers[];
}

/** A campaign that had closed before go-live. */
export interface ImportedCampaign {
  readonly id: string;
  readonly surveyVersionId: string;
  readonly titleLv: string;
  readonly titleEn: string;
  readonly year: number;
  /** `YYYY-MM-DD`. */
  readonly opensOn: string;
  readonly closesOn: string;
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  readonly createdBy: string;
  readonly approvedBy: string;
  readonly frame: readonly ImportedInstitutionAnswers[];
}

/**
 * Takes in an anonymous campaign that had closed before go-live: its frame and its answers. Its publication goes on as that of any closed
 * campaign. One that is there already stays as it is.
 */
export async function importCampaign(tx: Tx, campaign: ImportedCampaign): Promise<void> {
  if (await isThere(tx, campaign.id)) return;
  const { id, surveyVersionId, titleLv, titleEn, year, opensOn, closesOn, createdBy, approvedBy, openedAt, closedAt } = campaign;
  await tx.execute(
    `insert into surveys.campaign (id, survey_version_id, title_lv, title_en, year, mode, anonymous, state, opens_on, closes_on, created_at,
       created_by, approved_at, approved_by, approved_revision, opened_at, closed_at)
     select $1, v.id, $3, $4, $5, 'all_users', true, 'closed', $6, $7, $8, $9, $8, $10, v.revision, $8, $11
     from surveys.survey_version v where v.id = $2`,
    [id, surveyVersionId, titleLv, titleEn, year, opensOn, closesOn, ts(openedAt), createdBy, approvedBy, ts(closedAt)],
  );
  await tx.execute(
    `insert into surveys.campaign_institution (campaign_id, institution_id, users, invited, answered)
     select $1, "institutionId", users, invited, answered
     from jsonb_to_recordset($2::jsonb) as r("institutionId" uuid, users int, invited int, answered int)`,
    [id, JSON.stringify(campaign.frame.map((row) => ({ ...row, answered: row.answers.length, answers: undefined })))],
  );
  await tx.execute(
    `insert into surveys.response (id, campaign_id, institution_id, "on", answers)
     select id, $1, "institutionId", $2, answers from jsonb_to_recordset($3::jsonb) as r(id uuid, "institutionId" uuid, answers jsonb) order by id`,
    [
      id,
      closesOn,
      JSON.stringify(
        campaign.frame.flatMap(({ institutionId, answers }) =>
          answers.map((given) => ({ id: randomUUID(), institutionId, answers: given })),
        ),
      ),
    ],
  );
}

async function isThere(on: Queryable, id: string): Promise<boolean> {
  return (await on.query(`select 1 from surveys.campaign where id = $1`, [id])).length > 0;
}
