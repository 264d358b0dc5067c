import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform';
import type { Definition } from '../domain/question.js';
import type { Response } from '../domain/tally-answers.js';
import type { FrameEntry } from '../domain/campaign-figures.js';

/** A text that somebody wrote. Its id is made of the response's, and leads back to it only within the database. */
export interface Comment {
  readonly id: string;
  readonly question: string;
  readonly text: string;
}

/** A uuid of version 8, made of the response's and the question. */
const COMMENT_ID = `overlay(overlay(md5(r.id::text || ' ' || q.key) placing '8' from 13) placing '8' from 17)::uuid`;

/** What campaigns were answered, for counting. Nothing here asks who answered. */
@Injectable()
export class CampaignAnswers {
  async responses(on: Queryable, campaignId: string): Promise<Response[]> {
    return on.query<Response>(
      `select institution_id as "institutionId", answers from surveys.response where campaign_id = $1 order by id`,
      [campaignId],
    );
  }

  async count(on: Queryable, campaignId: string): Promise<number> {
    const [row] = await on.query<{ n: number }>(`select count(*)::int as n from surveys.response where campaign_id = $1`, [campaignId]);
    return row!.n;
  }

  /** Texts of a campaign, in an order that says nothing. */
  async comments(on: Queryable, campaignId: string, questions: readonly string[]): Promise<Comment[]> {
    return on.query<Comment>(
      `select ${COMMENT_ID} as id, q.key as question, btrim(r.answers ->> q.key) as text
       from surveys.response r cross join unnest($2::text[]) as q(key)
       where r.campaign_id = $1 and btrim(r.answers ->> q.key) <> '' order by 1`,
      [campaignId, questions],
    );
  }
}

/** SHA-256 over everything that figures are counted from, in a fixed order and form: the same hash, the same figures. */
export function hashOfInput(definition: Definition, frame: readonly FrameEntry[], responses: readonly Response[], least: number): string {
  const lines = [
    `definition ${canonical(definition)}`,
    `least ${least}`,
    ...frame.map(({ institutionId, users }) => `frame ${institutionId} ${users}`).sort(),
    ...responses.map(({ institutionId, answers }) => `response ${institutionId} ${canonical(answers)}`).sort(),
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}
