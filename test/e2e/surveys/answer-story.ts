import { randomUUID } from 'node:crypto';
import { importInstitutions, importPeople } from '#identity';
import { hashToken, newToken } from '#kernel';
import { Database } from '#platform';
import type { TestApp } from '../../support/app.js';
import { ApiClient, type Answer } from '../../support/client.js';

/** The standard questionnaire's first version. */
const STANDARD_VERSION = '0f6f2a7c-6d1e-4f5a-9d0b-5e0000000101';

export interface Respondent {
  readonly userId: string;
  readonly name: string;
  readonly institutionId: string;
  readonly token: string;
}

export interface StoryOptions {
  /** People of each institution. */
  readonly people: readonly number[];
  readonly mode?: 'all_users' | 'institution_contacts';
  readonly surveyVersionId?: string;
  readonly locale?: 'lv' | 'en';
}

/** An open campaign as its opening leaves it: frame, invitations, and a token for each. */
export class AnswerStory {
  readonly id = randomUUID();
  readonly respondents: Respondent[] = [];

  private constructor(readonly test: TestApp) {}

  static async open(test: TestApp, options: StoryOptions): Promise<AnswerStory> {
    const story = new AnswerStory(test);
    await story.lay(options);
    return story;
  }

  get database(): Database {
    return this.test.app.get(Database);
  }

  /** Least answers that the standard questionnaire takes, with a comment. */
  static answers(comment?: string, overall = '4'): Record<string, string | string[]> {
    const asked = ['overall', 'notices', 'filing', 'systems', 'changes'];
    return {
      contact_frequency: 'never',
      ...Object.fromEntries(asked.map((key) => [key, key === 'overall' ? overall : 'na'])),
      ...(comment === undefined ? {} : { comment }),
    };
  }

  submit(token: string, answers: object, headers: Record<string, string> = {}): Promise<Answer<Record<string, unknown>>> {
    return new ApiClient(this.test.url).post(`/survey-responses/${token}`, { answers }, headers);
  }

  read(token: string): Promise<Answer<Record<string, unknown>>> {
    return new ApiClient(this.test.url).get(`/survey-responses/${token}`);
  }

  async set(what: string): Promise<void> {
    await this.database.query(`update surveys.campaign set ${what} where id = $1`, [this.id]);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(`select count(*)::int as n from ${table} where campaign_id = $1`, [this.id]);
    return row!.n;
  }

  private async lay({ people, mode = 'all_users', surveyVersionId = STANDARD_VERSION, locale = 'lv' }: StoryOptions): Promise<void> {
    const institutions = people.map((count, n) => ({ id: randomUUID(), name: `Iestāde ${n + 1}`, count }));
    for (const { id, count } of institutions) {
      for (let n = 0; n < count; n += 1)
        this.respondents.push({ userId: randomUUID(), name: `Respondents ${randomUUID()}`, institutionId: id, token: newToken() });
    }
    await this.test.unitOfWork.run(async (tx) => {
      const kind = { kind: 'agency' as const, isClient: true, activeFrom: '2020-01-01' };
      await importInstitutions(
        tx,
        institutions.map(({ id, name }) => ({ id, nameLv: name, nameEn: name.replace('Iestāde', 'Institution'), ...kind })),
      );
      await importPeople(
        tx,
        this.respondents.map(({ userId, name, institutionId }) => ({
          id: userId,
          name,
          email: `${userId}@example.org`,
          institutionId,
          locale,
        })),
      );
      const maker = this.respondents[0]!.userId;
      const approver = this.respondents[1]!.userId;
      await tx.execute(
        `insert into surveys.campaign (id, survey_version_id, title_lv, title_en, year, mode, anonymous, state, opens_on, closes_on, created_at,
           created_by, approved_at, approved_by, approved_revision, opened_at)
         values ($1, $2, 'Aptauja', 'Survey', 2026, $3, $3 <> 'institution_contacts', 'open', current_date - 1, current_date + 20, now(), $4,
           now(), $5, 1, now())`,
        [this.id, surveyVersionId, mode, maker, approver],
      );
      await tx.execute(
        `insert into surveys.campaign_institution (campaign_id, institution_id, users, invited) select $1, i, n, n from unnest($2::uuid[], $3::int[]) r(i, n)`,
        [this.id, institutions.map(({ id }) => id), people],
      );
      const rows = this.respondents.map((one) => ({ ...one, id: randomUUID(), hash: hashToken(one.token) }));
      await tx.execute(
        `insert into surveys.invitation (id, campaign_id, institution_id, user_id)
         select id, $1, "institutionId", "userId" from jsonb_to_recordset($2::jsonb) r(id uuid, "institutionId" uuid, "userId" uuid)`,
        [this.id, JSON.stringify(rows)],
      );
      await tx.execute(
        `insert into surveys.invitation_token (hash, campaign_id, invitation_id) select hash, $1, id from jsonb_to_recordset($2::jsonb) r(hash text, id uuid)`,
        [this.id, JSON.stringify(rows)],
      );
    });
  }
}
