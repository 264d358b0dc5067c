import { Injectable } from '@nestjs/common';
import { placesIn } from '#kernel';
import { Database, type Queryable } from '#platform';

/** An answer that everybody who works tickets finds. */
export interface SharedAnswer {
  readonly id: string;
  readonly name: string;
  readonly textLv: string | null;
  readonly textEn: string | null;
  /** It speaks in the name of who answers, so that only a person can send it. */
  readonly needsPerson: boolean;
}

/** So many are offered to rules; a desk with more has them in groups. */
const MOST = 500;

/** What other modules may ask about everybody's answers. */
@Injectable()
export class SharedAnswers {
  constructor(private readonly database: Database) {}

  /** All of them by name, or those among `ids`. */
  async list(ids: readonly string[] | null = null, on: Queryable = this.database): Promise<SharedAnswer[]> {
    if (ids?.length === 0) return [];
    const rows = await on.query<Omit<SharedAnswer, 'needsPerson'>>(
      `select id, name, text_lv as "textLv", text_en as "textEn" from replies.answer
       where scope = 'everybody' and ($1::uuid[] is null or id = any($1)) order by name collate "lv-x-icu", id limit ${MOST}`,
      [ids],
    );
    return rows.map((row) => ({ ...row, needsPerson: [row.textLv, row.textEn].some((text) => speaksForPerson(text ?? '')) }));
  }
}

const speaksForPerson = (text: string): boolean => placesIn(text).some((name) => name.startsWith('agent.'));
