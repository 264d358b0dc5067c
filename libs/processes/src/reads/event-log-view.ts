import { Injectable } from '@nestjs/common';
import { type Actor, holds, IdentityFacts, type Locale } from '#identity';
import { formatInstant } from '#kernel';
import { Database, Texts } from '#platform';
import type { EventLogResponse, EventLogsResponse } from '../http/responses/event-log.response.js';
import { type KeptEventLog, EventLogStore } from '../store/event-log-store.js';
import { EventLogKeeper } from '../use-cases/event-log-keeper.js';

/** Event logs as their pages show them. */
@Injectable()
export class EventLogView {
  constructor(
    private readonly database: Database,
    private readonly logs: EventLogStore,
    private readonly keeper: EventLogKeeper,
    private readonly identity: IdentityFacts,
    private readonly texts: Texts,
  ) {}

  async page(actor: Actor, cursor: string | undefined, limit: number): Promise<EventLogsResponse> {
    const { items, nextCursor } = await this.logs.page(this.database, cursor, limit);
    const shown: EventLogResponse[] = [];
    for (const log of items) shown.push(await this.show(actor, log));
    return { items: shown, nextCursor, add: holds(actor, 'event-log.write') };
  }

  /** Throws `processes.event-log.not-found`. */
  async one(actor: Actor, id: string): Promise<EventLogResponse> {
    return this.show(actor, await this.logs.one(this.database, id));
  }

  private async show(actor: Actor, log: KeptEventLog): Promise<EventLogResponse> {
    const { id, name, fileName, fileSha256, bytes, format, state, columns, head, cases, events } = log;
    const run = state === 'reading' ? await this.keeper.runOf(id) : undefined;
    const names = await this.identity.names([log.addedById]);
    const writes = holds(actor, 'event-log.write');
    return {
      ...{ id, name, fileName, fileSha256, bytes, format, state, cases, events },
      fault: this.faultOf(actor.locale, log),
      columns: columns && {
        ...{ caseColumn: columns.caseColumn, activityColumns: [...columns.activityColumns], timeColumn: columns.timeColumn },
        ...{ timeFormat: columns.timeFormat ?? null, groupColumn: columns.groupColumn ?? null },
      },
      head: state === 'ready' || !writes ? null : { columns: [...head.columns], rows: head.rows.map((row) => [...row]) },
      ...{ done: run?.done ?? null, total: run?.total ?? null },
      firstAt: log.firstAt === null ? null : formatInstant(log.firstAt),
      lastAt: log.lastAt === null ? null : formatInstant(log.lastAt),
      addedBy: { id: log.addedById, name: names.get(log.addedById) ?? '' },
      addedAt: formatInstant(log.addedAt),
      abilities: { read: writes && (state === 'uploaded' || state === 'refused'), remove: writes },
    };
  }

  private faultOf(locale: Locale, { fault }: KeptEventLog): string | null {
    return fault && this.texts.say(locale, fault.code, fault.params);
  }
}
