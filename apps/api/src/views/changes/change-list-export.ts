import { Injectable, type StreamableFile } from '@nestjs/common';
import type { ChangeSummaryResponse } from '#changes';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, instantCell, type ListFile, ListFiles, Texts } from '#platform';
import type { ChangeQuery } from './change-list-sql.js';
import { ChangeList } from './change-list.js';

const COLUMNS = [
  ...['number', 'title', 'kind', 'state', 'risk', 'score', 'from', 'to', 'outage', 'outcome', 'institution', 'requester', 'service'],
  ...['group', 'assignee', 'submitted', 'updated'],
] as const;

const FILE: ListFile = {
  name: 'changes',
  title: 'changes.export-title',
  columns: COLUMNS.map((column) => `changes.column.${column}`),
};

/** A list of changes as a file. */
@Injectable()
export class ChangeListExport {
  constructor(
    private readonly list: ChangeList,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, query: Omit<ChangeQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.list.page(actor, { ...query, ...place });
      return { items: items.map((change) => this.cells(actor.locale, change)), nextCursor };
    });
  }

  private cells(locale: Locale, change: ChangeSummaryResponse): Cell[] {
    const word = (of: string, code: string | null): string | null =>
      code === null ? null : this.texts.say(locale, `changes.${of}.${code}`);
    const { number, title, kind, state, riskLevel, riskScore, window, outageMinutes, outcome } = change;
    return [
      ...[number, title, word('kind', kind), word('state', state), word('risk-level', riskLevel), riskScore],
      ...[window?.from ?? null, window?.to ?? null].map(instantCell),
      ...[outageMinutes, word('outcome', outcome)],
      ...[change.institution, change.requester, change.service, change.group, change.assignee].map((one) => one?.name ?? null),
      ...[change.submittedAt, change.updatedAt].map(instantCell),
    ];
  }
}
