import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { formatInstant, type Instant, type Json } from '#kernel';
import { Database, Texts } from '#platform';
import { FIELD_OF, type ImportColumn, IMPORT_COLUMNS } from '../domain/import-columns.js';
import { inOrder } from '../domain/item.js';
import type { ImportAdditionResponse, ImportChangeResponse, ItemImportResponse } from '../http/responses/item-import.response.js';
import { findImport, type ImportRow, rowsOf } from '../store/imports.js';
import { ItemNames, refOf } from './item-names.js';

/** So many additions and changes are shown one by one before a file is applied. */
const SHOWN = 100;
const COLUMN_OF = new Map(IMPORT_COLUMNS.map((column) => [FIELD_OF[column] as string, column]));

type Names = ReadonlyMap<string, string>;

/** A checked file for who sent it: its faults, what it would change, and how far it is. */
@Injectable()
export class ImportView {
  constructor(
    private readonly database: Database,
    private readonly texts: Texts,
    private readonly identity: IdentityFacts,
    private readonly items: ItemNames,
  ) {}

  /** Throws `assets.import.not-found`. */
  async read(actor: Actor, id: string): Promise<ItemImportResponse> {
    const { locale } = actor;
    const { byId: _byId, columns, faults, checkedAt, startedAt, finishedAt, ...file } = await findImport(this.database, id, actor.id);
    const checked = file.state === 'checked';
    const [added, changed] = checked
      ? await Promise.all([rowsOf(this.database, id, 'add', SHOWN), rowsOf(this.database, id, 'change', SHOWN)])
      : [[], []];
    const named = (column: ImportColumn): string => this.texts.say(locale, `assets.column.${column}`);
    return {
      ...file,
      columnNames: columns.map(named),
      faults: faults.map(({ line, column, code, value }) => ({
        ...{ line, column, code, value },
        columnName: column && named(column),
        text: this.texts.say(locale, `assets.import.fault.${code}`, { value }),
      })),
      ...(await this.shown(actor, added, changed)),
      checkedAt: formatInstant(checkedAt),
      startedAt: iso(startedAt),
      finishedAt: iso(finishedAt),
    };
  }

  private async shown({ locale }: Actor, added: readonly ImportRow[], changed: readonly ImportRow[]) {
    const ids = [
      ...added.flatMap(({ fields }) => fields.institutionId ?? []),
      ...changed.flatMap(({ was }) => [was?.institutionId, was?.custodianId].flatMap((one) => [one?.from, one?.to])),
    ].filter((id): id is string => typeof id === 'string');
    const [classes, institutions, people] = await Promise.all([
      this.items.classes(locale),
      this.identity.institutionNames(ids, locale),
      this.identity.names(ids),
    ]);
    const names = new Map([...institutions, ...people]);
    return {
      additions: added.map(({ line, fields }): ImportAdditionResponse => {
        const name = fields.name ?? [fields.manufacturer, fields.model].filter(Boolean).join(' ');
        const className = classes.get(fields.class ?? '') ?? '';
        return { line, tag: fields.tag ?? '', name, className, institution: refOf(fields.institutionId ?? '', names) };
      }),
      changes: changed.map(({ line, fields, was }): ImportChangeResponse => {
        const changes = inOrder(was ?? {}).map(({ field, from, to }) => ({
          field,
          label: this.texts.say(locale, `assets.column.${COLUMN_OF.get(field) ?? 'note'}`),
          from: this.said(locale, field, from, classes, names),
          to: this.said(locale, field, to, classes, names),
        }));
        return { line, tag: fields.tag ?? '', changes };
      }),
    };
  }

  private said(locale: Actor['locale'], field: string, value: Json, classes: Names, names: Names): string | null {
    if (value === null) return null;
    const word = String(value);
    if (field === 'class') return classes.get(word) ?? word;
    if (field === 'status') return this.texts.say(locale, `assets.status.${word}`);
    return field === 'institutionId' || field === 'custodianId' ? (names.get(word) ?? '') : word;
  }
}

const iso = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));
