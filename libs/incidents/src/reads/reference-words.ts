import { Injectable } from '@nestjs/common';
import type { Kept } from '#identity';
import { fieldRefused, notFound } from '#kernel';
import { Database, type Queryable } from '#platform';
import { isOfSystem, mayPause, type ReferenceFields, type ReferenceList } from '../domain/reference-word.js';

export type ReferenceWord = Kept<ReferenceFields>;

const COLUMNS = `id, list, code, name_lv as "nameLv", name_en as "nameEn", description_lv as "descriptionLv", description_en as "descriptionEn",
  active, built_in as "builtIn", position, version`;

/** Hold reasons, resolution codes and categories, as an administrator keeps them. */
@Injectable()
export class ReferenceWords {
  constructor(private readonly database: Database) {}

  /** All words, each list in its order; a few dozen. */
  async all(on: Queryable = this.database): Promise<ReferenceWord[]> {
    return on.query<ReferenceWord>(`select ${COLUMNS} from incidents.reference_word order by list, position, code`);
  }

  /** Throws `incidents.reference-word.not-found`. */
  async one(id: string): Promise<ReferenceWord> {
    const [row] = await this.database.query<ReferenceWord>(`select ${COLUMNS} from incidents.reference_word where id = $1`, [id]);
    if (!row) throw notFound('incidents.reference-word');
    return row;
  }

  /** Throws `incidents.code-not-in-use` (422, with the field) unless somebody may choose this code now. */
  async requireInUse(list: ReferenceList, code: string, field: string, on: Queryable = this.database): Promise<void> {
    if (!(await this.isInUse(list, code, on))) throw fieldRefused('incidents.code-not-in-use', field);
  }

  /** May somebody choose this code now? */
  async isInUse(list: ReferenceList, code: string, on: Queryable = this.database): Promise<boolean> {
    if (isOfSystem(code)) return false;
    const [word] = await on.query<{ active: boolean }>(`select active from incidents.reference_word where list = $1 and code = $2`, [
      list,
      code,
    ]);
    return word?.active === true;
  }

  /** Hold reasons for which a policy may stop its clocks; those out of use among them, since a policy in force may name them. */
  async pausing(on: Queryable = this.database): Promise<string[]> {
    return (await this.all(on)).filter(({ list, code }) => mayPause(list, code)).map(({ code }) => code);
  }
}
