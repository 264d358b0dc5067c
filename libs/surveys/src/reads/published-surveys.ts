import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Instant } from '#kernel';
import { Database } from '#platform';
import { Campaigns } from '../store/campaigns.js';
import { PublishedResults } from '../store/published-results.js';
import { type PrintedHeadline, printed } from './printed-headline.js';

/** A campaign whose results may be read, with its headline as printed. */
export interface PublishedSurvey {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly frozenAt: Instant;
  readonly answered: number;
  /** Institutions that the headline is the mean of. */
  readonly institutions: number;
  readonly equal: PrintedHeadline | null;
}

/** The way to published results for those who may read these and not the campaigns. */
@Injectable()
export class PublishedSurveys {
  constructor(
    private readonly database: Database,
    private readonly campaigns: Campaigns,
    private readonly results: PublishedResults,
  ) {}

  /** The latest first. */
  async list(actor: Actor): Promise<PublishedSurvey[]> {
    const campaigns = await this.campaigns.all(this.database);
    const results = await this.results.of(
      this.database,
      campaigns.map(({ id }) => id),
    );
    return campaigns.flatMap(({ id, titleLv, titleEn, year, opensOn, closesOn }) => {
      const result = results.get(id);
      if (!result) return [];
      const { answered, institutions, equal } = result.figures;
      const title = actor.locale === 'lv' ? titleLv : titleEn;
      return [{ id, title, year, opensOn, closesOn, frozenAt: result.frozenAt, answered, institutions, equal: printed(equal, null) }];
    });
  }
}
