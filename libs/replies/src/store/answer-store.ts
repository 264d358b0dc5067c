import { Injectable } from '@nestjs/common';
import { type Actor, foldText } from '#identity';
import { Database, type Page, pageOf, type Queryable, readCursor, ts, type Tx } from '#platform';
import { Params } from '#tickets';
import type { Answer, AnswerScope, AnswerTerms } from '../domain/answer.js';

const COLUMNS = `a.id, a.scope, a.owner_id as "ownerId", a.group_id as "groupId", a.name, a.text_lv as "textLv", a.text_en as "textEn",
  a.resolution_code as "resolutionCode", a.updated_at as "updatedAt", a.updated_by_id as "updatedById", a.version`;

/** What of the answers is asked for. */
export interface AnswerQuery {
  readonly q?: string | undefined;
  readonly scope?: AnswerScope | undefined;
  readonly resolutionCode?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Each word of the query, contained in name or text; wildcards in it are ordinary characters. */
function wordPatterns(query: string): string[] {
  const words = foldText(query).split(' ').filter(Boolean).slice(0, 8);
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

const searchTextOf = ({ name, textLv, textEn }: AnswerTerms): string => foldText([name, textLv, textEn].filter(Boolean).join(' '));

/** Answers kept ready. Every change raises the version. */
@Injectable()
export class AnswerStore {
  constructor(private readonly database: Database) {}

  /** By name, in the order of the Latvian alphabet: those that the actor finds (`finds` of answer-access, as SQL). */
  async page(actor: Actor, { q = '', scope, resolutionCode, cursor, limit }: AnswerQuery): Promise<Page<Answer>> {
    const [afterName, afterId] = readCursor(cursor, 2) ?? [null, null];
    const params = new Params([actor.id, actor.groupIds]);
    const conditions = [
      `(a.scope = 'everybody' or (a.scope = 'own' and a.owner_id = $1) or (a.scope = 'group' and a.group_id = any($2::uuid[])))`,
      ...(scope ? [`a.scope = ${params.add(scope)}`] : []),
      ...(resolutionCode ? [`a.resolution_code = ${params.add(resolutionCode)}`] : []),
      ...wordPatterns(q).map((pattern) => `a.search_text like ${params.add(pattern)}`),
      ...(afterName === null ? [] : [`(a.name collate "lv-x-icu", a.id) > (${params.add(afterName)}::text, ${params.add(afterId)}::uuid)`]),
    ];
    const rows = await this.database.query<Answer>(
      `select ${COLUMNS} from replies.answer a where ${conditions.join(' and ')}
       order by a.name collate "lv-x-icu", a.id limit ${params.add(limit + 1)}`,
      params.values,
    );
    return pageOf(rows, limit, ({ name, id }) => [name, id]);
  }

  async find(id: string, on: Queryable = this.database): Promise<Answer | undefined> {
    const [row] = await on.query<Answer>(`select ${COLUMNS} from replies.answer a where a.id = $1`, [id]);
    return row;
  }

  async lock(tx: Tx, id: string): Promise<Answer | undefined> {
    const [row] = await tx.query<Answer>(`select ${COLUMNS} from replies.answer a where a.id = $1 for update`, [id]);
    return row;
  }

  async add(tx: Tx, id: string, ownerId: string, terms: AnswerTerms): Promise<void> {
    const { scope, groupId, name, textLv, textEn, resolutionCode } = terms;
    await tx.execute(
      `insert into replies.answer (id, scope, owner_id, group_id, name, text_lv, text_en, resolution_code, search_text, created_at, updated_at,
         updated_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $3)`,
      [id, scope, ownerId, groupId, name, textLv, textEn, resolutionCode, searchTextOf(terms), ts(tx.now)],
    );
  }

  async change(tx: Tx, id: string, byId: string, terms: AnswerTerms): Promise<void> {
    const { scope, groupId, name, textLv, textEn, resolutionCode } = terms;
    await tx.execute(
      `update replies.answer set scope = $2, group_id = $3, name = $4, text_lv = $5, text_en = $6, resolution_code = $7, search_text = $8,
         updated_at = $9, updated_by_id = $10, version = version + 1 where id = $1`,
      [id, scope, groupId, name, textLv, textEn, resolutionCode, searchTextOf(terms), ts(tx.now), byId],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.execute(`delete from replies.answer where id = $1`, [id]);
  }
}
