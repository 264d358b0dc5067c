import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import { FollowUpLists, type FollowUpQuery, type ListedFollowUp } from './follow-up-list.js';

const COLUMNS = [
  ...['follow-up', 'due', 'overdue', 'ticket', 'title', 'group', 'at', 'side', 'comment', 'rater', 'contacted', 'note'],
  ...['closed-by', 'closed'],
] as const;

const FILE: ListFile = {
  name: 'rating-follow-ups',
  title: 'ratings.follow-ups-title',
  columns: COLUMNS.map((column) => `ratings.export.${column}`),
};

/** What leads have to find out about bad ratings, as a file. */
@Injectable()
export class FollowUpExport {
  constructor(
    private readonly lists: FollowUpLists,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, query: Omit<FollowUpQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.lists.listed(actor, { ...query, ...place });
      return { items: items.map((followUp) => this.cells(actor.locale, followUp)), nextCursor };
    });
  }

  private cells(locale: Locale, followUp: ListedFollowUp): Cell[] {
    const { state, dueAt, overdue, ticket, group, rating, rater, contacted, note, closedBy, closedAt } = followUp;
    const word = (key: string): string => this.texts.say(locale, `ratings.export.${key}`);
    const yes = (holds: boolean | null): string | null => (holds === null ? null : word(holds ? 'yes' : 'no'));
    return [
      ...[word(`follow-up-${state}`), { at: dueAt }, yes(overdue), ticket?.number ?? null, ticket?.title ?? null, group.name],
      ...[{ at: rating.at }, word(`value-${rating.value}`), rating.comment, rater?.name ?? null, yes(contacted), note],
      ...[closedBy?.name ?? null, closedAt === null ? null : { at: closedAt }],
    ];
  }
}
