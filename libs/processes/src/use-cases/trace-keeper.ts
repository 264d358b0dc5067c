import { Injectable } from '@nestjs/common';
import { CalendarBook } from '#calendars';
import type { Tx } from '#platform';
import { TicketFacts } from '#tickets';
import { caseTraceOf } from '../domain/case-trace.js';
import type { LifecycleName } from '../domain/process.js';
import { type KeptTrace, TraceStore } from '../store/trace-store.js';

/** Working time is that of office hours, whatever was promised to whom. */
export const OFFICE_HOURS = 'lv-8x5';

/** Keeps closed cases as traces. They depend on the events alone, so that keeping one twice does no harm. */
@Injectable()
export class TraceKeeper {
  constructor(
    private readonly traces: TraceStore,
    private readonly tickets: TicketFacts,
    private readonly calendars: CalendarBook,
  ) {}

  async keep(tx: Tx, ended: readonly { readonly ticketId: string; readonly lifecycle: LifecycleName }[]): Promise<void> {
    const ids = [...new Set(ended.map(({ ticketId }) => ticketId))];
    const [events, facts] = [await this.traces.eventsOf(tx, ids), await this.tickets.byIds(ids, tx)];
    const hours = await this.calendars.byCode(OFFICE_HOURS, tx);
    const lifecycles = new Map(ended.map(({ ticketId, lifecycle }) => [ticketId, lifecycle]));
    const kept = [...lifecycles].flatMap(([ticketId, lifecycle]): KeptTrace[] => {
      const trace = caseTraceOf(lifecycle, events.get(ticketId) ?? [], (from, to) => hours.elapsed(from, to));
      const { institutionId = null, serviceId = null, groupId = null } = facts.get(ticketId) ?? {};
      return trace ? [{ ...trace, ticketId, institutionId, serviceId, groupId }] : [];
    });
    await this.traces.keep(tx, kept);
  }
}
