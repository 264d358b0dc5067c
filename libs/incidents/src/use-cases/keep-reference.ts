import { Injectable } from '@nestjs/common';
import { type Actor, changeRecord, recordEvent, RecordWork } from '#identity';
import { fieldRefused } from '#kernel';
import { UnitOfWork } from '#platform';
import { type ReferenceFields, type ReferenceList, requireKeepable } from '../domain/reference-word.js';
import { ReferenceTexts } from '../reads/reference-texts.js';
import { ReferenceWords } from '../reads/reference-words.js';
import { REFERENCE_WORDS } from '../store/reference-table.js';

export type NewReferenceWord = Omit<ReferenceFields, 'active' | 'builtIn' | 'position'>;
export type ReferenceChange = Partial<Omit<NewReferenceWord, 'list' | 'code'> & Pick<ReferenceFields, 'active'>>;

/** Keeps hold reasons, resolution codes and categories: new ones, other names, out of use, another order. Each change stands in the word's history. */
@Injectable()
export class KeepReference {
  constructor(
    private readonly work: RecordWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly words: ReferenceWords,
    private readonly texts: ReferenceTexts,
  ) {}

  /** Adds a word at the end of its list; answers its id. Throws `incidents.code-taken`. */
  async add(actor: Actor, word: NewReferenceWord): Promise<string> {
    const position = Math.max(0, ...(await this.words.all()).map((known) => known.position)) + 1;
    const fields: ReferenceFields = { ...word, active: true, builtIn: false, position };
    const id = await this.work.add(actor, { table: REFERENCE_WORDS, fields, check: () => Promise.resolve() });
    await this.texts.read();
    return id;
  }

  /** Throws `incidents.reference-word.not-found`, `platform.version-mismatch`, `incidents.code-built-in`. */
  async change(actor: Actor, id: string, fields: ReferenceChange, ifMatch: string | undefined): Promise<void> {
    const next = (_tx: unknown, kept: ReferenceFields): Promise<Partial<ReferenceFields>> => {
      requireKeepable({ ...kept, ...fields });
      return Promise.resolve(fields);
    };
    await this.work.change(actor, { table: REFERENCE_WORDS, id, ifMatch, next });
    await this.texts.read();
  }

  /** Puts a list in this order. Throws `incidents.order-incomplete` unless every word of it is named once. */
  async order(actor: Actor, list: ReferenceList, ids: readonly string[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.query(`select 1 from incidents.reference_word where list = $1 order by id for no key update`, [list]);
      const known = new Map((await this.words.all(tx)).filter((word) => word.list === list).map((word) => [word.id, word]));
      if (ids.length !== known.size || ids.some((id) => !known.has(id)) || new Set(ids).size !== ids.length)
        throw fieldRefused('incidents.order-incomplete', 'ids');
      for (const [at, id] of ids.entries()) {
        const from = known.get(id)!.position;
        const position = at + 1;
        if (from === position) continue;
        await changeRecord(tx, REFERENCE_WORDS, id, { position });
        await tx.append(recordEvent(REFERENCE_WORDS, 'changed', id, actor, { position: { from, to: position } }));
      }
    });
  }
}
