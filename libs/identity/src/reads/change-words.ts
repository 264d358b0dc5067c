import type { Json } from '#kernel';
import type { Queryable, Texts } from '#platform';
import type { Locale } from '../domain/actor.js';
import { PERSONAL_FIELDS, type RecordChanges } from '../domain/record-changes.js';
import type { FieldChangeResponse } from '../http/responses/change-history.response.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Names of all people, institutions, units and groups among the values. */
export async function namesAmong(on: Queryable, locale: Locale, values: readonly unknown[]): Promise<ReadonlyMap<string, string>> {
  const found = values.filter((value): value is string => typeof value === 'string' && UUID.test(value));
  const name = locale === 'lv' ? 'name_lv' : 'name_en';
  const rows = await on.query<Named>(
    `select id, name from identity.app_user where id = any($1::uuid[])
     union all select id, ${name} from identity.institution where id = any($1::uuid[])
     union all select id, ${name} from identity.org_unit where id = any($1::uuid[])
     union all select id, ${name} from identity.support_group where id = any($1::uuid[])`,
    [[...new Set(found)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** What a change's values say, for `namesAmong`. */
export const valuesOf = (changes: RecordChanges): Json[] => Object.values(changes).flatMap(({ from, to }) => [from, to]);

/** Puts changed fields into words of one language. */
export class ChangeWords {
  constructor(
    private readonly texts: Texts,
    private readonly locale: Locale,
    private readonly module: string,
    private readonly names: ReadonlyMap<string, string>,
  ) {}

  changes(changes: RecordChanges): FieldChangeResponse[] {
    return Object.entries(changes).map(([field, { from, to }]) => ({
      field,
      label: this.label(field),
      from: this.value(field, from),
      to: this.value(field, to),
      personal: PERSONAL_FIELDS.has(field),
    }));
  }

  label(field: string): string {
    return this.texts.sayOr(this.locale, `${this.module}.field.${field}`, {}, field);
  }

  /** A value as a person reads it; null where there was none. */
  value(field: string, value: Json): string | null {
    if (value === null || value === '') return null;
    if (typeof value === 'boolean') return this.texts.say(this.locale, `identity.value.${value ? 'yes' : 'no'}`);
    const word = String(value);
    return this.names.get(word) ?? this.texts.sayOr(this.locale, `${this.module}.value.${field}.${word}`, {}, word);
  }
}
