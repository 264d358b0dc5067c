import { Injectable } from '@nestjs/common';
import type { Actor, Locale } from '#identity';
import { type Cell, type ExportTable, Texts } from '#platform';
import { readsLive } from '../domain/scorecard-access.js';
import { printed } from './scorecard-words.js';
import { type IndicatorYear, type ScorecardRow, type ScorecardYear, ScorecardYears } from './scorecard-years.js';

type Say = (key: string, params?: Readonly<Record<string, unknown>>) => string;

/** A scorecard as a table to save: a row for each indicator, three columns for each year; the conclusion in a second one. */
@Injectable()
export class ScorecardExport {
  constructor(
    private readonly years: ScorecardYears,
    private readonly texts: Texts,
  ) {}

  async tables(actor: Actor, id: string, year?: number, number?: number): Promise<{ year: number; tables: ExportTable[] }> {
    const read = await this.years.read(actor.locale, id, year, { live: readsLive(actor), number });
    return { year: read.year, tables: this.tablesOf(actor.locale, read) };
  }

  tablesOf(locale: Locale, { card, columns, goals, rows, conclusion, snapshot, year }: ScorecardYear): ExportTable[] {
    const say: Say = (key, params = {}) => this.texts.say(locale, `processes.scorecard.export.${key}`, params);
    const nameOf = (id: string | null): string => goals.find((goal) => goal.id === id)?.name[locale] ?? '';
    const head = ['top-goal', 'goal', 'indicator', 'unit', 'baseline'].map((key) => say(key));
    const perYear = columns.flatMap((one) => [say('target', { year: one }), say('value', { year: one })]);
    const last = ['low', 'high', 'n', 'status', 'origin', 'source', 'data-at'].map((key) => say(key));
    const about: Cell[][] = [
      [say('scorecard'), card.name[locale]],
      [say('set-by'), card.source],
      [say('year'), year],
      [say('frozen'), snapshot ? { at: snapshot.frozenAt } : say('alive')],
      ...conclusion.map((sentence) => [say('conclusion'), sentence]),
    ];
    return [
      {
        title: say('indicators'),
        columns: [...head, ...perYear, ...last],
        rows: rows.map((row) => {
          const goal = goals.find(({ id }) => id === row.indicator.goalId);
          return [nameOf(goal?.parentId ?? null), nameOf(goal?.id ?? null), ...cellsOf(locale, row, say)];
        }),
      },
      { title: say('about'), columns: [say('about'), ''], rows: about },
    ];
  }
}

function cellsOf(locale: Locale, { indicator, years }: ScorecardRow, say: Say): Cell[] {
  const now = years.at(-1)!;
  const { value } = now;
  const numeric = indicator.kind === 'numeric' ? indicator : null;
  const print = (of: number | null | undefined): Cell => (of === null || of === undefined || !numeric ? null : printed(of, numeric.unit));
  const cell = (one: IndicatorYear): Cell[] =>
    indicator.kind === 'milestone' ? [String(indicator.dueYear), one.value?.achievedOn ?? null] : [one.target, print(one.value?.value)];
  return [
    ...[indicator.name[locale], say(numeric ? `unit-${numeric.unit}` : 'unit-milestone'), numeric?.baseline ?? null],
    ...years.flatMap(cell),
    ...[print(value?.low), print(value?.high), value?.n ?? null, now.status ? say(`status-${now.status}`) : null],
    ...[value ? say(`origin-${value.origin}`) : null, value?.source ?? null, value ? { at: value.dataAt } : null],
  ];
}
