import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, type ListFile, ListFiles, Texts } from '#platform';
import { type ListedRating, type RatingListQuery, RatingLists } from './rating-list.js';

const FILE: ListFile = {
  name: 'ratings',
  title: 'ratings.export-title',
  columns: ['at', 'side', 'comment', 'ticket', 'title', 'group', 'channel', 'changed', 'follow-up'].map(
    (column) => `ratings.export.${column}`,
  ),
};

/** The ratings of groups as a file; who did the work stands in none. */
@Injectable()
export class RatingListExport {
  constructor(
    private readonly lists: RatingLists,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, query: Omit<RatingListQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.lists.listed(actor, { ...query, ...place });
      return { items: items.map((rating) => this.cells(actor.locale, rating)), nextCursor };
    });
  }

  private cells(locale: Locale, { at, changedAt, value, comment, channel, ticket, group, followUp }: ListedRating): Cell[] {
    const word = (of: string, code: string): string => this.texts.say(locale, `ratings.export.${of}-${code}`);
    return [
      ...[{ at }, word('value', value), comment, ticket?.number ?? null, ticket?.title ?? null, group?.name ?? null],
      ...[word('channel', channel), changedAt === null ? null : { at: changedAt }, followUp && word('follow-up', followUp.state)],
    ];
  }
}
