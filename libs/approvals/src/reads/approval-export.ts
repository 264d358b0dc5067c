import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import { type ApprovalCard, ApprovalInbox, type InboxView } from './approval-inbox.js';

const COLUMNS = ['ticket', 'title', 'requester', 'step', 'purpose', 'mine', 'reason', 'due', 'decided', 'round', 'ended'] as const;

const FILE: ListFile = {
  name: 'approvals',
  title: 'approvals.export-title',
  columns: COLUMNS.map((column) => `approvals.export.${column}`),
};

/** The reader's own approvals as a file. */
@Injectable()
export class ApprovalExport {
  constructor(
    private readonly inbox: ApprovalInbox,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, view: InboxView, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async ({ cursor, limit }) => {
      const { items, nextCursor } = await this.inbox.page(actor, view, cursor, limit);
      return { items: items.map((card) => this.cells(actor.locale, card)), nextCursor };
    });
  }

  private cells(locale: Locale, { approval, step, round, ticket, names }: ApprovalCard): Cell[] {
    const word = (key: string): string => this.texts.say(locale, `approvals.export.${key}`);
    const { state, reason, decidedAt } = approval;
    return [
      ...[ticket.number, ticket.title, names.of(ticket.requesterId).name, step.name[locale], word(`purpose-${round.purpose}`)],
      ...[word(`mine-${state}`), reason, { at: step.dueAt }, decidedAt === null ? null : { at: decidedAt }],
      ...[word(`round-${round.state}`), round.endedAt === null ? null : { at: round.endedAt }],
    ];
  }
}
