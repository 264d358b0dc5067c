import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import type { TicketQuery } from '../domain/ticket-query.js';
import type { TicketRecord } from '../domain/ticket.js';
import { TicketList } from './ticket-list.js';
import { type Names, TicketNames } from './ticket-names.js';
import { namesOf } from './ticket-rows.js';

const COLUMNS = [
  ...[
    'number',
    'type',
    'title',
    'state',
    'hold',
    'priority',
    'institution',
    'affected',
    'requester',
    'service',
    'category',
    'group',
    'assignee',
  ],
  ...['source', 'submitted', 'due', 'updated', 'resolved', 'closed'],
] as const;

const FILE: ListFile = {
  name: 'tickets',
  title: 'tickets.export-title',
  columns: COLUMNS.map((column) => `tickets.column.${column}`),
};

/** A list of tickets as a file. */
@Injectable()
export class TicketListExport {
  constructor(
    private readonly list: TicketList,
    private readonly names: TicketNames,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  /** All rows of the query that the actor may see, as they are found. */
  async file(actor: Actor, query: TicketQuery, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const page = await this.list.rows(actor, { ...query, ...place });
      const names = await this.names.find(actor.locale, namesOf(page.items));
      return { ...page, items: page.items.map((ticket) => this.cells(actor.locale, ticket, names)) };
    });
  }

  /** A row in words; those of states belong to the module of the type. */
  private cells(locale: Locale, ticket: TicketRecord, names: Names): Cell[] {
    const word = (key: string, code: string | null): string | null =>
      code === null ? null : this.texts.sayOr(locale, `${key}.${code}`, {}, code);
    const name = (id: string | null): string | null => names.orNull(id)?.name ?? null;
    const at = (instant: TicketRecord['dueAt']): Cell => (instant === null ? null : { at: instant });
    const { number, type, title, state, holdReason, category, priority, source } = ticket;
    return [
      ...[
        number,
        word('tickets.type', type),
        title,
        word(`${type}s.state`, state),
        word('incidents.hold-reason', holdReason),
        `P${priority}`,
      ],
      ...[ticket.institutionId, ticket.affectedUserId, ticket.requesterId, ticket.serviceId].map(name),
      word('incidents.category', category),
      ...[ticket.groupId, ticket.assigneeId].map(name),
      word('tickets.source', source),
      ...[ticket.submittedAt, ticket.dueAt, ticket.updatedAt, ticket.resolvedAt, ticket.closedAt].map(at),
    ];
  }
}
