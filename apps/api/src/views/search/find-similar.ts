import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { Database } from '#platform';
import { mark, ResolveQuery, saysNothing, stemsOf, wordsOf } from '#search';
import type { FoundTicket } from './found-sql.js';
import { PresentHits } from './present-hits.js';
import type { SimilarTicketsRequest } from './similar.request.js';
import type { TicketHitResponse } from './search.response.js';
import { similarSql } from './similar-sql.js';

const OFFERED = 5;
const MOST_WORDS = 12;

interface SimilarTicket extends FoundTicket {
  readonly sameService: boolean;
}

/** Open tickets that sound like one that is being written or read. */
@Injectable()
export class FindSimilar {
  constructor(
    private readonly database: Database,
    private readonly resolve: ResolveQuery,
    private readonly hits: PresentHits,
    private readonly clock: Clock,
  ) {}

  /** At most five, the likest first, in the actor's scope: a requester is offered his own. */
  async like(actor: Actor, { title, serviceId, except }: SimilarTicketsRequest): Promise<TicketHitResponse[]> {
    const telling = wordsOf(title).filter(({ text }) => text.length > 2 && !saysNothing(text));
    const stems = [...new Set(telling.flatMap(({ text }) => stemsOf(text).stems))].slice(0, MOST_WORDS);
    const known = await this.resolve.known([...stems, ...stems.map(mark.openTitle)]);
    const idsOf = (terms: readonly string[]): number[] => terms.flatMap((term) => known.get(term) ?? []);
    const marks = idsOf(stems.map(mark.openTitle));
    if (marks.length === 0) return [];
    const { sql, values } = similarSql(
      actor,
      { marks, terms: idsOf(stems), oneWord: telling.length === 1, serviceId, except },
      this.clock.now(),
    );
    const found = await this.database.query<SimilarTicket>(sql, values);
    const worth = ({ inTitle, sameService }: SimilarTicket): number => inTitle + Number(sameService);
    const likest = [...found].sort((a, b) => worth(b) - worth(a)).slice(0, OFFERED);
    return this.hits.tickets(actor, likest, { stems: new Set(stems), beginnings: [] });
  }
}
