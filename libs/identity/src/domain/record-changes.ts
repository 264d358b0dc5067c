import type { Json } from '#kernel';

/** What a record holds, by field. */
export type RecordFields = Readonly<Record<string, Json>>;

export type RecordChanges = Readonly<Record<string, { readonly from: Json; readonly to: Json }>>;

/** Fields of people that stand in no event: whoever has left can be forgotten without touching the log. */
export const PERSONAL_FIELDS: ReadonlySet<string> = new Set(['name', 'login', 'email', 'phone', 'externalId']);

/** The fields in which `next` differs from what is kept; a field that `next` does not name stays as it is. */
export function differences<Fields extends object>(kept: Fields, next: Partial<Fields>): RecordChanges {
  const fields = (Object.keys(next) as (keyof Fields & string)[]).filter(
    (field) => next[field] !== undefined && next[field] !== kept[field],
  );
  return Object.fromEntries(fields.map((field) => [field, { from: kept[field] as Json, to: next[field] as Json }]));
}

/** The changes as the log may keep them: of personal fields it says only that they changed. */
export function withoutPersonal(changes: RecordChanges): RecordChanges {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [field, PERSONAL_FIELDS.has(field) ? { from: null, to: null } : change]),
  );
}
