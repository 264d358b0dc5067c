import { randomUUID } from 'node:crypto';
import type { Json } from '#kernel';
import { faulty, type ImportFault, type ImportLine, type Judged } from './import-line.js';
import { differences } from './record-changes.js';
import { foldText } from './search-text.js';

/** What institutions and units have in common: names, and a place in a tree. */
export interface TreeRecord {
  readonly externalId: string | null;
  /** In a line, until it is judged: the word by which the file calls what stands above it. */
  readonly parentId: string | null;
  readonly nameLv: string;
  readonly nameEn: string;
}

export type Kept<Fields> = Fields & { readonly id: string };

/** What one kind of tree asks of its records. */
export interface TreeRules<Fields extends TreeRecord> {
  /** What a new record holds where its line is silent; a column that it must name. */
  fresh(fields: Partial<Fields>): { readonly fields: Fields } | { readonly needs: string };
  /** Why the record may not become so. */
  refuses(kept: Kept<Fields> | undefined, after: Fields): readonly [column: string, code: string, value: string] | undefined;
  /** Records of one house may stand above each other. */
  house(record: Fields): string;
  /** May something stand below it? */
  inUse(record: Fields): boolean;
  /** Does the line take the record out of use? */
  ends(kept: Fields, after: Fields): boolean;
  /** What a line that knows the record by its external identifier says besides. */
  claim(kept: Fields): Partial<Fields>;
}

export type TreeDone<Fields extends object> = Extract<Judged<Fields>, { action: unknown }> & { readonly of: ImportLine<Fields> };

interface Draft<Fields extends TreeRecord> {
  readonly of: ImportLine<Fields>;
  readonly kept: Kept<Fields> | undefined;
  readonly id: string;
  after: Fields;
}

/** Holds a whole file of institutions or units against all that there are, for a line may stand below another one of the same file. */
export class TreeJudge<Fields extends TreeRecord> {
  private readonly kept: ReadonlyMap<string, Kept<Fields>>;
  private readonly records: Map<string, Fields>;
  private readonly idOf = new Map<string, string>();
  private readonly faults: ImportFault[] = [];

  constructor(
    kept: readonly Kept<Fields>[],
    private readonly rules: TreeRules<Fields>,
  ) {
    this.kept = new Map(kept.map((record) => [record.id, record]));
    this.records = new Map(this.kept);
    for (const { id, externalId } of kept) if (externalId !== null) this.idOf.set(externalId, id);
  }

  judge(lines: readonly ImportLine<Fields>[]): { readonly done: readonly TreeDone<Fields>[]; readonly faults: readonly ImportFault[] } {
    let drafts = lines.flatMap((line) => this.draft(line) ?? []);
    for (const { id, after } of drafts) this.records.set(id, after);
    for (;;) {
      const words = this.words();
      const standing = drafts.filter((draft) => this.place(draft, words));
      if (standing.length === drafts.length) break;
      drafts = standing;
    }
    return { done: drafts.map((draft) => this.done(draft)), faults: this.faults };
  }

  /** The record that a line makes, its parent still a word; undefined where the line is refused. */
  private draft(of: ImportLine<Fields>): Draft<Fields> | undefined {
    const { line, id, fields } = of;
    const known = id ?? this.idOf.get(fields.externalId ?? '');
    const kept = known === undefined ? undefined : this.kept.get(known);
    if (id !== null && !kept) return this.refuse(line, 'id', 'id-unknown', id);
    const holder = this.idOf.get(fields.externalId ?? '');
    if (holder !== undefined && holder !== kept?.id) return this.refuse(line, 'external_id', 'external-id-taken', fields.externalId ?? '');
    if (kept) {
      const claimed = id === null ? this.rules.claim(kept) : {};
      return { of, kept, id: kept.id, after: { ...kept, ...fields, ...claimed, parentId: kept.parentId } };
    }
    const fresh = this.rules.fresh(fields);
    if ('needs' in fresh) return this.refuse(line, fresh.needs, 'needed-for-new', '');
    const made = randomUUID();
    if (fields.externalId) this.idOf.set(fields.externalId, made);
    return { of, kept, id: made, after: { ...fresh.fields, parentId: null } };
  }

  /** Finds what stands above the record and holds it against the rules; false where it is refused, and the register is as if it had not been. */
  private place(draft: Draft<Fields>, words: ReadonlyMap<string, string | undefined>): boolean {
    const { of, kept, id } = draft;
    const word = of.fields.parentId;
    const parentId = word === undefined ? (kept?.parentId ?? null) : word === null ? null : this.parent(draft, word, words);
    if (parentId === undefined) return this.withdraw(draft, 'parent', 'parent-unknown', word ?? '');
    draft.after = { ...draft.after, parentId };
    this.records.set(id, draft.after);
    if (parentId !== null && !this.records.has(parentId)) return this.withdraw(draft, 'parent', 'parent-unknown', word ?? '');
    if (parentId !== (kept?.parentId ?? null) && this.isBelowItself(id)) return this.withdraw(draft, 'parent', 'parent-below', word ?? '');
    const refused = this.rules.refuses(kept, draft.after);
    return refused ? this.withdraw(draft, ...refused) : true;
  }

  private parent({ after, kept }: Draft<Fields>, word: string, words: ReadonlyMap<string, string | undefined>): string | undefined {
    const id = words.get(word) ?? words.get(`${this.rules.house(after)} ${foldText(word)}`);
    const above = id === undefined ? undefined : this.records.get(id);
    if (!above || this.rules.house(above) !== this.rules.house(after)) return undefined;
    return this.rules.inUse(above) || id === kept?.parentId ? id : undefined;
  }

  /** What records are called: by id, external identifier, and name within their house; a name that two bear is nobody's. */
  private words(): ReadonlyMap<string, string | undefined> {
    const words = new Map<string, string | undefined>();
    const name = (word: string, id: string): void => void words.set(word, words.has(word) && words.get(word) !== id ? undefined : id);
    for (const [id, record] of this.records)
      for (const word of [record.nameLv, record.nameEn]) name(`${this.rules.house(record)} ${foldText(word)}`, id);
    for (const [id, { externalId }] of this.records) {
      words.set(id, id);
      if (externalId !== null) words.set(externalId, id);
    }
    return words;
  }

  private isBelowItself(id: string): boolean {
    const seen = new Set<string>();
    for (let at: string | null | undefined = id; at; at = this.records.get(at)?.parentId) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  }

  private done({ of, kept, id, after }: Draft<Fields>): TreeDone<Fields> {
    if (!kept) return { of, id, after, action: 'add', changes: {} };
    const changes = differences<Fields>(kept, after) as Readonly<Record<string, { from: Json; to: Json }>>;
    const action = Object.keys(changes).length === 0 ? 'same' : this.rules.ends(kept, after) ? 'end' : 'change';
    return { of, id, after, action, changes };
  }

  private refuse(line: number, column: string, code: string, value: string): undefined {
    this.faults.push(...faulty(line, column, code, value).faults);
    return undefined;
  }

  private withdraw({ of, kept, id }: Draft<Fields>, column: string, code: string, value: string): false {
    this.refuse(of.line, column, code, value);
    if (kept) this.records.set(id, kept);
    else this.records.delete(id);
    return false;
  }
}
