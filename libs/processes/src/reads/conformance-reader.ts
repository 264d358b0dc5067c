import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Database } from '#platform';
import { TicketFacts } from '#tickets';
import type { ConformanceResponse } from '../http/responses/process.response.js';
import { MonthCounts } from '../store/month-counts.js';
import { ProcessStore } from '../store/process-store.js';
import { ProcessStandings } from './process-standing.js';
import { ProcessWords } from './process-words.js';

/** Deviating cases that a page lists. */
const CASES_MOST = 200;

/** How the cases of a process went in its counted months. */
@Injectable()
export class ConformanceReader {
  constructor(
    private readonly database: Database,
    private readonly processes: ProcessStore,
    private readonly standings: ProcessStandings,
    private readonly counts: MonthCounts,
    private readonly tickets: TicketFacts,
    private readonly words: ProcessWords,
  ) {}

  /** The counted months and the cases in them that deviate; what the reader may not see has no number. Throws `processes.not-found`. */
  async of(actor: Actor, id: string): Promise<ConformanceResponse> {
    const { process, months } = await this.standings.one(this.database, await this.processes.one(this.database, id));
    const { lifecycle } = process;
    if (lifecycle === null) return { months: [], deviating: [] };
    const names = months.map(({ month }) => month);
    const cases = await this.counts.deviating(this.database, lifecycle, names, CASES_MOST);
    const ids = cases.map(({ ticketId }) => ticketId);
    const [visible, facts] = await Promise.all([this.tickets.visibleAmong(actor, ids), this.tickets.byIds(ids)]);
    const deviating = cases.map(({ ticketId, deviations }) => {
      const fact = visible.has(ticketId) ? facts.get(ticketId) : undefined;
      return {
        ticketId,
        ticket: fact ? { number: fact.number, type: fact.type, title: fact.title } : null,
        deviations: deviations.map((one) => this.words.deviation(actor.locale, one)),
      };
    });
    return { months: [...months], deviating };
  }
}
