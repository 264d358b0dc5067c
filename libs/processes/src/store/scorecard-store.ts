import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Better, notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { IndicatorUnit } from '../domain/indicator-source.js';
import type { Bilingual, Goal, Indicator, Scorecard, Target } from '../domain/scorecard.js';

const CARD = `select id, jsonb_build_object('lv', name_lv, 'en', name_en) as name, source, first_year as "firstYear", last_year as "lastYear"
  from processes.scorecard`;
const NAMES = `jsonb_build_object('lv', i.name_lv, 'en', i.name_en) as name, jsonb_build_object('lv', i.note_lv, 'en', i.note_en) as note`;
const INDICATOR = `select i.id, i.goal_id as "goalId", i.code, ${NAMES}, i.tasks, i.unit, i.better, i.source_code as "sourceCode", i.baseline,
  i.due_year as "dueYear" from processes.indicator i join processes.scorecard_goal g on g.id = i.goal_id`;

interface IndicatorRow extends Omit<Indicator, 'kind'> {
  readonly unit: IndicatorUnit | null;
  readonly better: Better | null;
  readonly sourceCode: string | null;
  readonly baseline: number | null;
  readonly dueYear: number | null;
}

/** An indicator before it has an id. */
export interface NewIndicator extends Omit<IndicatorRow, 'id' | 'goalId'> {
  readonly targets: readonly { readonly year: number; readonly value: number }[];
}

export interface NewGoal {
  readonly name: Bilingual;
  readonly goals: readonly { readonly name: Bilingual; readonly indicators: readonly NewIndicator[] }[];
}

/** Scorecards with their goals, indicators and targets. */
@Injectable()
export class ScorecardStore {
  /** The latest first. */
  all(on: Queryable): Promise<Scorecard[]> {
    return on.query<Scorecard>(`${CARD} order by first_year desc, created_at desc limit 100`);
  }

  /** Throws `scorecards.not-found`. */
  async one(on: Queryable, id: string, lock = ''): Promise<Scorecard> {
    const [row] = await on.query<Scorecard>(`${CARD} where id = $1 ${lock}`, [id]);
    if (!row) throw notFound('processes.scorecard');
    return row;
  }

  /** Under lock, so that two do not freeze one year at once. */
  lock(tx: Tx, id: string): Promise<Scorecard> {
    return this.one(tx, id, 'for update');
  }

  goals(on: Queryable, scorecardId: string): Promise<Goal[]> {
    return on.query<Goal>(
      `select id, parent_id as "parentId", jsonb_build_object('lv', name_lv, 'en', name_en) as name
       from processes.scorecard_goal where scorecard_id = $1 order by position`,
      [scorecardId],
    );
  }

  async indicators(on: Queryable, scorecardId: string): Promise<Indicator[]> {
    const rows = await on.query<IndicatorRow>(`${INDICATOR} where g.scorecard_id = $1 order by g.position, i.position`, [scorecardId]);
    return rows.map(indicatorOf);
  }

  /** Throws `processes.indicator.not-found`. */
  async indicator(on: Queryable, id: string): Promise<{ indicator: Indicator; card: Scorecard; goals: Bilingual[] }> {
    const [row] = await on.query<IndicatorRow & { scorecardId: string }>(
      `${INDICATOR.replace('select ', 'select g.scorecard_id as "scorecardId", ')} where i.id = $1`,
      [id],
    );
    if (!row) throw notFound('processes.indicator');
    const { scorecardId, ...indicator } = row;
    const goals = await this.goals(on, scorecardId);
    const own = goals.find((goal) => goal.id === row.goalId)!;
    const above = goals.find((goal) => goal.id === own.parentId);
    return { indicator: indicatorOf(indicator), card: await this.one(on, scorecardId), goals: [...(above ? [above.name] : []), own.name] };
  }

  /** All that was ever set, in that order. */
  targets(on: Queryable, indicatorIds: readonly string[]): Promise<Target[]> {
    return on.query<Target>(
      `select indicator_id as "indicatorId", year, value, source, set_by_id as "setById", set_at as "setAt"
       from processes.indicator_target where indicator_id = any($1::uuid[]) order by id`,
      [indicatorIds],
    );
  }

  async setTarget(tx: Tx, { indicatorId, year, value, source, setById }: Omit<Target, 'setAt'>): Promise<void> {
    await tx.execute(
      `insert into processes.indicator_target (indicator_id, year, value, source, set_by_id, set_at) values ($1, $2, $3, $4, $5, $6)`,
      [indicatorId, year, value, source, setById, ts(tx.now)],
    );
  }

  async add(tx: Tx, card: Scorecard, goals: readonly NewGoal[], byId: string | null): Promise<void> {
    await tx.execute(
      `insert into processes.scorecard (id, name_lv, name_en, source, first_year, last_year, created_by_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [card.id, card.name.lv, card.name.en, card.source, card.firstYear, card.lastYear, byId, ts(tx.now)],
    );
    let position = 0;
    for (const top of goals) {
      const topId = await this.addGoal(tx, card.id, null, (position += 1), top.name);
      for (const goal of top.goals) {
        const goalId = await this.addGoal(tx, card.id, topId, (position += 1), goal.name);
        for (const [at, indicator] of goal.indicators.entries()) await this.addIndicator(tx, goalId, at, indicator, { card, byId });
      }
    }
  }

  private async addGoal(tx: Tx, cardId: string, parentId: string | null, position: number, { lv, en }: Bilingual): Promise<string> {
    const id = randomUUID();
    await tx.execute(
      `insert into processes.scorecard_goal (id, scorecard_id, parent_id, position, name_lv, name_en) values ($1, $2, $3, $4, $5, $6)`,
      [id, cardId, parentId, position, lv, en],
    );
    return id;
  }

  private async addIndicator(
    tx: Tx,
    goalId: string,
    position: number,
    indicator: NewIndicator,
    { card, byId }: { card: Scorecard; byId: string | null },
  ): Promise<void> {
    const id = randomUUID();
    const { code, name, note, unit, better, sourceCode, baseline, dueYear, tasks, targets } = indicator;
    await tx.execute(
      `insert into processes.indicator (id, goal_id, position, code, name_lv, name_en, note_lv, note_en, unit, better, source_code, baseline,
         due_year, tasks)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::jsonb)`,
      [
        ...[id, goalId, position, code, name.lv, name.en, note.lv, note.en],
        ...[unit, better, sourceCode, baseline, dueYear, JSON.stringify(tasks)],
      ],
    );
    for (const { year, value } of targets) await this.setTarget(tx, { indicatorId: id, year, value, source: card.source, setById: byId });
  }
}

function indicatorOf({ unit, better, sourceCode, baseline, dueYear, ...rest }: IndicatorRow): Indicator {
  return dueYear === null
    ? { ...rest, kind: 'numeric', unit: unit!, better: better!, sourceCode, baseline }
    : { ...rest, kind: 'milestone', dueYear };
}
