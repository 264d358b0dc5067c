import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Locale } from '#identity';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import { type AuditedEvent, AuditEvents, type AuditQuery } from './audit-events.js';

const COLUMNS = ['id', 'at', 'recorded', 'type', 'subject-type', 'subject', 'actor', 'payload', 'imported'] as const;

const FILE: ListFile = {
  name: 'audit-events',
  title: 'audit.export-title',
  columns: COLUMNS.map((column) => `audit.export.${column}`),
};

/** The event log as a file, newest first. */
@Injectable()
export class AuditEventExport {
  constructor(
    private readonly events: AuditEvents,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(locale: Locale, query: Omit<AuditQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.events.page({ ...query, ...place });
      return { items: items.map((event) => this.cells(locale, event)), nextCursor };
    });
  }

  private cells(locale: Locale, { event, recordedAt, actorName }: AuditedEvent): Cell[] {
    const { id, at, type, subject, actorId, payload, imported } = event;
    const word = (key: string): string => this.texts.say(locale, `audit.export.${key}`);
    return [
      ...[id, { at }, { at: recordedAt }, type, subject.type, subject.id, actorId === null ? word('system') : (actorName ?? actorId)],
      ...[JSON.stringify(payload), word(imported ? 'yes' : 'no')],
    ];
  }
}
