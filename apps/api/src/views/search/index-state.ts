import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '#kernel';
import { Database } from '#platform';
import { aboutHowMany, RebuildIndex } from '#search';
import type { IndexStateResponse } from './search.response.js';

/** How far the index is behind the tickets. */
@Injectable()
export class IndexState {
  constructor(
    private readonly database: Database,
    private readonly rebuild: RebuildIndex,
  ) {}

  async read(): Promise<IndexStateResponse> {
    const [waiting] = await this.database.query<{ waiting: number; lag: number | null }>(
      `select count(*)::int as waiting, extract(epoch from clock_timestamp() - min(e.at))::int as lag
       from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where p.reaction = 'search.keep-documents'`,
    );
    const run = await this.rebuild.latest();
    const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
    return {
      documents: await aboutHowMany(this.database),
      waiting: waiting?.waiting ?? 0,
      lagSeconds: Math.max(0, waiting?.lag ?? 0),
      rebuild: run
        ? { state: run.state, done: run.done, total: run.total, startedAt: iso(run.startedAt), finishedAt: iso(run.finishedAt) }
        : null,
    };
  }
}
