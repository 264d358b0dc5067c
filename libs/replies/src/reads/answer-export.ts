import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportFormat, instantCell, type ListFile, ListFiles, Texts } from '#platform';
import type { AnswerResponse } from '../http/responses/answer.response.js';
import type { AnswerQuery } from '../store/answer-store.js';
import { AnswerPages } from './answer-pages.js';

const COLUMNS = ['name', 'scope', 'group', 'owner', 'text-lv', 'text-en', 'code', 'updated', 'updated-by'] as const;

const FILE: ListFile = {
  name: 'answers',
  title: 'replies.export-title',
  columns: COLUMNS.map((column) => `replies.export.${column}`),
};

/** Answers kept ready, as a file: those that the reader finds on the screen. */
@Injectable()
export class AnswerExport {
  constructor(
    private readonly pages: AnswerPages,
    private readonly texts: Texts,
    private readonly files: ListFiles,
  ) {}

  async file(actor: Actor, query: Omit<AnswerQuery, 'limit' | 'cursor'>, format: ExportFormat): Promise<StreamableFile> {
    return this.files.send(actor.locale, format, FILE, async (place) => {
      const { items, nextCursor } = await this.pages.list(actor, { ...query, ...place });
      return { items: items.map((answer) => this.cells(actor.locale, answer)), nextCursor };
    });
  }

  private cells(locale: Locale, answer: AnswerResponse): Cell[] {
    const { name, scope, group, owner, textLv, textEn, resolutionCode, updatedAt, updatedBy } = answer;
    return [
      ...[name, this.texts.say(locale, `replies.export.scope-${scope}`), group?.name ?? null, owner.name, textLv, textEn],
      ...[resolutionCode, instantCell(updatedAt), updatedBy.name],
    ];
  }
}
