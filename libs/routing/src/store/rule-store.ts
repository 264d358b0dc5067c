import { Injectable } from '@nestjs/common';
import { Database, type Queryable, ts, type Tx } from '#platform';
import { Params } from '#tickets';
import { type Rule, type RuleTerms, TERM_FIELDS, termsOf } from '../domain/rule.js';

const COLUMN: Readonly<Record<keyof RuleTerms, string>> = {
  ...{ title: 'title', active: 'active', serviceIds: 'service_ids', withoutService: 'without_service', institutionIds: 'institution_ids' },
  ...{ sources: 'sources', wordsAny: 'words_any', wordsAll: 'words_all', wordsNone: 'words_none', wordsIn: 'words_in', hours: 'hours' },
  ...{ groupId: 'group_id', impact: 'impact', urgency: 'urgency', category: 'category', answerId: 'answer_id', watcherIds: 'watcher_ids' },
};

const COLUMNS = `r.id, r.position, r.version, r.updated_at as "updatedAt", r.updated_by_id as "updatedById",
  ${TERM_FIELDS.map((field) => `r.${COLUMN[field]} as "${field}"`).join(', ')}`;

/** Rules in their order. Whoever changes one holds the set, so that order and version are one writer's. */
@Injectable()
export class RuleStore {
  constructor(private readonly database: Database) {}

  async list(on: Queryable = this.database): Promise<Rule[]> {
    return on.query<Rule>(`select ${COLUMNS} from routing.rule r where r.removed_at is null order by r.position, r.id`);
  }

  /** The version of the set: another where any rule is another. */
  async setVersion(on: Queryable = this.database): Promise<number> {
    const [row] = await on.query<{ version: number }>(`select version from routing.rule_set where id = 1`, [], 'routing.set-version');
    return row!.version;
  }

  /** Holds the set until the transaction ends; answers its version. */
  async lockSet(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ version: number }>(`select version from routing.rule_set where id = 1 for update`);
    return row!.version;
  }

  async raiseSet(tx: Tx): Promise<void> {
    await tx.execute(`update routing.rule_set set version = version + 1 where id = 1`);
  }

  async find(id: string, on: Queryable = this.database): Promise<Rule | undefined> {
    const [row] = await on.query<Rule>(`select ${COLUMNS} from routing.rule r where r.id = $1 and r.removed_at is null`, [id]);
    return row;
  }

  /** Puts a rule behind all others. */
  async add(tx: Tx, id: string, byId: string, terms: RuleTerms): Promise<void> {
    const params = new Params([id, ts(tx.now), byId]);
    const values = TERM_FIELDS.map((field) => params.add(terms[field]));
    await tx.execute(
      `insert into routing.rule (id, created_at, updated_at, updated_by_id, position, ${TERM_FIELDS.map((field) => COLUMN[field]).join(', ')})
       values ($1, $2, $2, $3, (select coalesce(max(position), 0) + 1 from routing.rule where removed_at is null), ${values.join(', ')})`,
      params.values,
    );
    await this.keepVersion(tx, id, byId, terms);
  }

  async change(tx: Tx, id: string, byId: string, terms: RuleTerms): Promise<void> {
    const params = new Params([id, ts(tx.now), byId]);
    const set = TERM_FIELDS.map((field) => `${COLUMN[field]} = ${params.add(terms[field])}`);
    await tx.execute(
      `update routing.rule set ${set.join(', ')}, version = version + 1, updated_at = $2, updated_by_id = $3 where id = $1`,
      params.values,
    );
    await this.keepVersion(tx, id, byId, terms);
  }

  /** It stays as a row, since tickets name it; the others close up. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.execute(`update routing.rule set removed_at = $2, active = false where id = $1`, [id, ts(tx.now)]);
    await this.reorder(
      tx,
      (await this.list(tx)).map((rule) => rule.id),
    );
  }

  /** Gives the rules the places in which they are named. */
  async reorder(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.execute(
      `update routing.rule r set position = o.position from unnest($1::uuid[]) with ordinality as o (id, position)
       where r.id = o.id and r.position <> o.position`,
      [ids],
    );
  }

  private async keepVersion(tx: Tx, id: string, byId: string, terms: RuleTerms): Promise<void> {
    await tx.execute(
      `insert into routing.rule_version (rule_id, version, terms, at, by_id) select id, version, $2::jsonb, $3, $4 from routing.rule where id = $1`,
      [id, JSON.stringify(termsOf(terms)), ts(tx.now), byId],
    );
  }
}
