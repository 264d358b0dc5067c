import { Injectable } from '@nestjs/common';
import { type Actor, WordsOfFiles } from '#identity';
import { DomainError } from '#kernel';
import { Database, EXPORT_ROWS_MAX, type ExportTable, Texts } from '#platform';
import { IMPORT_COLUMNS, type ImportColumn } from '../domain/import-columns.js';
import type { ItemRecord } from '../domain/item.js';
import type { ItemQuery } from '../domain/item-query.js';
import { type ItemRow, toItem } from '../store/items.js';
import { itemListSql } from './item-list-sql.js';
import { ItemNames } from './item-names.js';

/** Items as a table whose columns an import reads again. */
@Injectable()
export class ItemExport {
  constructor(
    private readonly database: Database,
    private readonly names: ItemNames,
    private readonly words: WordsOfFiles,
    private readonly texts: Texts,
  ) {}

  /** All items of the query, whatever its page. Throws `assets.export-too-large`. */
  async read(actor: Actor, query: ItemQuery): Promise<ExportTable> {
    const { locale } = actor;
    const statement = itemListSql(actor, { ...query, cursor: undefined, limit: EXPORT_ROWS_MAX });
    const rows = statement ? await this.database.query<ItemRow>(statement.sql, statement.values) : [];
    if (rows.length > EXPORT_ROWS_MAX) throw new DomainError('assets.export-too-large', { most: EXPORT_ROWS_MAX }, 'invalid');
    const items = rows.map(toItem);
    const [summaries, custodians] = await Promise.all([
      this.names.summaries(locale, items),
      this.words.wordsFor([...new Set(items.flatMap(({ custodianId }) => custodianId ?? []))]),
    ]);
    const cell = (item: ItemRecord, at: number): Record<ImportColumn, string | null> => ({
      ...{ tag: item.tag, name: item.name, serial: item.serial, manufacturer: item.manufacturer, model: item.model },
      class: summaries[at]!.class.name,
      status: this.texts.say(locale, `assets.status.${item.status}`),
      institution: summaries[at]!.institution.name,
      custodian: item.custodianId === null ? null : (custodians.get(item.custodianId) ?? null),
      location: item.location,
      purchased_on: item.purchasedOn,
      warranty_until: item.warrantyUntil,
      support_until: item.supportUntil,
      agent_seen_at: item.agentSeenAt,
      note: item.note,
    });
    return {
      title: this.texts.say(locale, 'assets.export-title'),
      columns: IMPORT_COLUMNS.map((column) => this.texts.say(locale, `assets.column.${column}`)),
      rows: items.map((item, at) => {
        const cells = cell(item, at);
        return IMPORT_COLUMNS.map((column) => cells[column]);
      }),
    };
  }
}
