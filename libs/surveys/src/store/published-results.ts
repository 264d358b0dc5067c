import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { CampaignFigures } from '../domain/campaign-figures.js';
import type { KeptFrameRow } from './campaign-frame.js';

/** The way of counting: raised when the figures of the same answers would come out otherwise. */
export const METHOD = 2;

/** Everything that may be shown of a campaign: its figures, and whom it asked. */
export interface CampaignResult {
  readonly figures: CampaignFigures;
  readonly frame: readonly ResultFrameRow[];
}

/** An institution of the frame: who was asked, and whether anybody answered; how many did is for the figures to say or not. */
export type ResultFrameRow = Pick<KeptFrameRow, 'institutionId' | 'users' | 'invited' | 'excluded' | 'reason'> & {
  readonly responded: boolean;
};

export interface PublishedResult extends CampaignResult {
  readonly campaignId: string;
  readonly method: number;
  readonly inputHash: string;
  readonly frozenAt: Instant;
}

/** Published results. They are written once and never changed: the database refuses it. */
@Injectable()
export class PublishedResults {
  async of(on: Queryable, campaignIds: readonly string[]): Promise<ReadonlyMap<string, PublishedResult>> {
    const rows = await on.query<Omit<PublishedResult, 'figures' | 'frame'> & { result: CampaignResult }>(
      `select campaign_id as "campaignId", method, figures as result, input_hash as "inputHash", frozen_at as "frozenAt"
       from surveys.campaign_result where campaign_id = any($1::uuid[])`,
      [campaignIds],
    );
    return new Map(rows.map(({ result, ...row }) => [row.campaignId, { ...row, ...result }]));
  }

  async add(tx: Tx, campaignId: string, result: CampaignResult, inputHash: string): Promise<void> {
    await tx.execute(
      `insert into surveys.campaign_result (campaign_id, method, figures, input_hash, frozen_at) values ($1, $2, $3, $4, $5)`,
      [campaignId, METHOD, JSON.stringify(result), inputHash, ts(tx.now)],
    );
  }
}
