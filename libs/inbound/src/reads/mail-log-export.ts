import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import { type LoggedMail, MailLog, type MailQuery } from './mail-log.js';

const COLUMNS = ['received', 'mailbox', 'from', 'name', 'subject', 'fate', 'why', 'detail', 'sender', 'ticket', 'files', 'size'] as const;

const FILE: ListFile = {
  name: 'mail-log',
  title: 'inbound.export-title',
  columns: [...COLUMNS, 'decided', 'decided-by', 'reason'].map((column) => `inbound.column.${column}`),
};

/** The log of mail as a file: what came from whom and what became of it, never what it says. */
@Injectable()
export class MailLogExport {
  constructor(
    private readonly log: MailLog,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  /** Throws `identity.right-missing`. */
  async file(actor: Actor, query: Omit<MailQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.log.page(actor, { ...query, ...place });
      return { items: items.map((mail) => this.cells(actor.locale, mail)), nextCursor };
    });
  }

  private cells(locale: Locale, mail: LoggedMail): Cell[] {
    const { receivedAt, mailbox, from, fromName, subject, fate, why, detail, sender, ticket, files, size, decidedAt, decidedBy } = mail;
    return [
      ...[{ at: receivedAt }, mailbox, from, fromName, subject, this.texts.say(locale, `inbound.fate.${fate}`)],
      ...[why === null ? null : this.texts.sayOr(locale, `inbound.why.${why}`, {}, why), detail, sender, ticket?.number ?? null],
      ...[files, size, decidedAt === null ? null : { at: decidedAt }, decidedBy, mail.decisionReason],
    ];
  }
}
