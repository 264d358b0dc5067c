import { Injectable } from '@nestjs/common';
import { foldText } from '../domain/search-text.js';
import { Database, type Queryable } from '#platform';

interface InstitutionWords {
  id: string;
  nameLv: string;
  nameEn: string;
  registrationNo: string | null;
  externalId: string | null;
}

/** What files from elsewhere call institutions and people, for imports and exports of other modules. */
@Injectable()
export class WordsOfFiles {
  constructor(private readonly database: Database) {}

  /** Ids of institutions by their folded names, registration numbers and external identifiers; only those `within`, all where that is undefined. */
  async institutions(within: readonly string[] | undefined, on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    const rows = await on.query<InstitutionWords>(
      `select id, name_lv as "nameLv", name_en as "nameEn", registration_no as "registrationNo", external_id as "externalId"
       from identity.institution
       where $1::uuid[] is null or id = any($1)`,
      [within ?? null],
    );
    return new Map(
      rows.flatMap(({ id, nameLv, nameEn, registrationNo, externalId }) =>
        [nameLv, nameEn, registrationNo, externalId].flatMap((word) => (word === null ? [] : [[foldText(word), id] as const])),
      ),
    );
  }

  /** Ids of active people by the folded login or address, among the words given. Two people with one address are nobody. */
  async people(words: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    const folded = words.map(foldText);
    const rows = await on.query<{ id: string; word: string }>(
      `select min(id::text)::uuid as id, word from (
         select id, login as word from identity.app_user where active and login = any($1::text[])
         union select id, lower(email) from identity.app_user where active and lower(email) = any($1::text[])) named
       group by word having count(*) = 1`,
      [folded],
    );
    return new Map(rows.map(({ id, word }) => [word, id]));
  }

  /** What a file calls these people: the address, else the login. */
  async wordsFor(ids: readonly string[], on: Queryable = this.database): Promise<ReadonlyMap<string, string>> {
    const rows = await on.query<{ id: string; word: string | null }>(
      `select id, coalesce(email, login) as word from identity.app_user where id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.flatMap(({ id, word }) => (word === null ? [] : [[id, word] as const])));
  }
}
