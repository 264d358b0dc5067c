import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, formatInstant, HIDDEN_BELOW, type Instant } from '#kernel';
import { Database, PAGE_DEFAULT, pageOf, readCursor, ts } from '#platform';
import { Params, TicketFacts } from '#tickets';
import { markOf } from '../domain/case-trace.js';
import type { DeskSelection } from '../domain/flow-selection.js';
import type { Deviation } from '../domain/trace-conformance.js';
import type { FlowCasesResponse } from '../http/responses/flow.response.js';
import { deskConditions } from '../store/case-source.js';
import { ProcessWords } from './process-words.js';

interface CaseRow {
  readonly id: string;
  readonly closedAt: Instant;
  readonly stays: readonly number[];
  readonly deviations: readonly Deviation[];
}

/** The cases behind a figure of a flow, those of them that the reader may see. */
@Injectable()
export class FlowCases {
  constructor(
    private readonly database: Database,
    private readonly tickets: TicketFacts,
    private readonly words: ProcessWords,
  ) {}

  /** Latest first. Throws `processes.flow-cases-hidden` where so few went so that the figure is hidden; deviations never are. */
  async page(actor: Actor, selection: DeskSelection, mark: string, cursor: string | undefined): Promise<FlowCasesResponse> {
    await this.refuseHidden(selection, mark);
    const params = new Params();
    const where = this.where(selection, mark, params);
    const after = readCursor(cursor, 2);
    const beyond = after ? ` and (t.closed_at, t.ticket_id) < (${params.add(after[0])}::timestamptz, ${params.add(after[1])}::uuid)` : '';
    const rows = await this.database.query<CaseRow>(
      `select t.ticket_id as id, t.closed_at as "closedAt", t.stays, t.deviations from processes.trace t where ${where}${beyond}
       order by t.closed_at desc, t.ticket_id desc limit ${params.add(PAGE_DEFAULT + 1)}`,
      params.values,
    );
    const { items, nextCursor } = pageOf(rows, PAGE_DEFAULT, (row) => [ts(row.closedAt), row.id]);
    return { items: await this.present(actor, items), nextCursor };
  }

  private where(selection: DeskSelection, mark: string, params: Params): string {
    return `${deskConditions(selection, params)} and t.marks @> array[${params.add(mark)}]`;
  }

  private async refuseHidden(selection: DeskSelection, mark: string): Promise<void> {
    if (mark === markOf.deviating || mark.startsWith(markOf.deviation(''))) return;
    const params = new Params();
    const [row] = await this.database.query<{ n: number }>(
      `select count(*) as n from (select from processes.trace t where ${this.where(selection, mark, params)} limit ${HIDDEN_BELOW}) few`,
      params.values,
    );
    if (row!.n > 0 && row!.n < HIDDEN_BELOW) throw new DomainError('processes.flow-cases-hidden', {}, 'forbidden');
  }

  private async present(actor: Actor, rows: readonly CaseRow[]): Promise<FlowCasesResponse['items']> {
    const ids = rows.map(({ id }) => id);
    const [facts, visible] = await Promise.all([this.tickets.byIds(ids), this.tickets.visibleAmong(actor, ids)]);
    return rows.flatMap(({ id, closedAt, stays, deviations }) => {
      const ticket = visible.has(id) ? facts.get(id) : undefined;
      if (!ticket) return [];
      const seconds = stays.reduce((sum, one) => sum + one, 0);
      const told = deviations.map((one) => this.words.deviation(actor.locale, one));
      return [{ id, number: ticket.number, title: ticket.title, closedAt: formatInstant(closedAt), seconds, deviations: told }];
    });
  }
}
