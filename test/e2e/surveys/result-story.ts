import { randomUUID } from 'node:crypto';
import { importInstitutions } from '#identity';
import type { Tx } from '#platform';
import type { TestApp } from '../../support/app.js';

/** The standard questionnaire's first version. */
const STANDARD_VERSION = '0f6f2a7c-6d1e-4f5a-9d0b-5e0000000101';

/** One institution of a campaign that has closed. */
export interface Told {
  readonly name: string;
  readonly users: number;
  readonly answered: number;
  readonly satisfied: number;
  /** One of the comments for each of the first answers. */
  readonly comments?: readonly string[];
  readonly excluded?: string;
  /** An institution that is there already. */
  readonly id?: string;
}

export interface Figures {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly nEff: number;
  readonly status: string | null;
  readonly display: string;
}

export interface ResultBody {
  readonly state: string;
  readonly inputHash: string | null;
  readonly target: number | null;
  readonly answered: number;
  readonly institutions: number;
  readonly equal: Figures;
  readonly byUsers: Figures;
  readonly difference: string;
  readonly unweighted: Figures;
  readonly pinned: number;
  readonly coverage: {
    readonly asked: number;
    readonly responding: number;
    readonly complete: boolean;
    readonly silent: readonly { readonly name: string; readonly invited: number }[];
    readonly excluded: readonly { readonly name: string; readonly reason: string }[];
  };
  readonly items: readonly {
    readonly item: string;
    readonly n: number | null;
    readonly cannotJudge: number | null;
    readonly values: readonly { readonly value: string; readonly count: number }[];
    readonly satisfied: Figures | null;
  }[];
  readonly lines: readonly {
    readonly institution: { readonly id: string; readonly name: string };
    readonly hidden: boolean;
    readonly figure: Figures;
    readonly before: Figures | null;
  }[];
  readonly years: readonly { readonly year: number; readonly equal: Figures }[];
  readonly comments: { readonly few: boolean; readonly waiting: number; readonly shown: readonly { readonly text: string }[] };
  readonly abilities: { readonly ask: boolean; readonly agree: boolean; readonly redact: boolean };
  readonly version: number;
}

/** Lays a campaign as its closing leaves it: the frame, and the answers without their givers. */
export async function layClosedCampaign(
  test: TestApp,
  told: readonly Told[],
  { year = 2026, previous = null, state = 'closed' }: { year?: number; previous?: string | null; state?: 'open' | 'closed' } = {},
): Promise<string> {
  const id = randomUUID();
  const ids = told.map((one) => one.id ?? randomUUID());
  await test.unitOfWork.run(async (tx) => {
    await importInstitutions(
      tx,
      told.flatMap(({ name, id: known }, at) =>
        known ? [] : [{ id: ids[at]!, nameLv: name, nameEn: name, kind: 'agency' as const, isClient: true, activeFrom: '2020-01-01' }],
      ),
    );
    const [owner, manager] = await Promise.all(['sanita', 'dace'].map((login) => userId(tx, login)));
    await tx.execute(
      `insert into surveys.campaign (id, survey_version_id, title_lv, title_en, year, mode, anonymous, state, opens_on, closes_on, created_at,
         created_by, approved_at, approved_by, approved_revision, opened_at, closed_at, previous_campaign_id)
       values ($1, $2, $3, $3, $4, 'all_users', true, $5, make_date($4, 11, 3), make_date($4, 11, 25), now(), $6, now(), $7, 1, now(),
         case when $5 = 'closed' then now() end, $8)`,
      [id, STANDARD_VERSION, `Klientu aptauja ${year}`, year, state, owner, manager, previous],
    );
    for (const [at, one] of told.entries()) {
      await tx.execute(
        `insert into surveys.campaign_institution (campaign_id, institution_id, users, invited, answered, excluded, exclusion_reason)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, ids[at], one.users, one.excluded ? 0 : one.users, one.answered, Boolean(one.excluded), one.excluded ?? null],
      );
      for (let n = 0; n < one.answered; n += 1) {
        const answers = {
          contact_frequency: n % 2 === 0 ? 'never' : 'more',
          overall: n < one.satisfied ? (n % 2 === 0 ? '5' : '4') : '2',
          notices: String(1 + (n % 5)),
          ...(one.comments?.[n] !== undefined && { comment: one.comments[n] }),
        };
        await tx.execute(
          `insert into surveys.response (id, campaign_id, institution_id, "on", answers) values (gen_random_uuid(), $1, $2, make_date($3, 11, 20), $4)`,
          [id, ids[at], year, JSON.stringify(answers)],
        );
      }
    }
  });
  return id;
}

async function userId(tx: Tx, login: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(`select id from identity.app_user where login = $1`, [login]);
  return row!.id;
}
