import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts } from '#identity';
import { type Figure, figureOf, hidden, hiddenParts, type Tally } from '#kernel';
import { PROMISED_KINDS } from '../domain/clock-fact.js';
import { type FigureScope, figureScope } from '../domain/figure-scope.js';
import { isCalendarPart, type KpiCode, KPIS, type Layout } from '../domain/kpi.js';
import { type Month, type Period, trendOf } from '../domain/month.js';
import { NONE } from '../domain/ticket-event.js';
import { Definitions } from './definitions.js';
import { DimensionNames } from './dimension-names.js';
import type { KeyedTally } from './indicator.js';
import { INDICATORS } from './indicators.js';
import type { SelectedCell, Selection } from './selection.js';
import { Tallies } from './tallies.js';

/** A figure of one key of a breakdown; the id is null where the key stands for nothing. */
export interface KeyedFigure extends Figure {
  readonly key: string | null;
  readonly name: string;
}

export interface TrendPoint {
  readonly period: string;
  readonly figure: Figure;
}

/** Turns tallies into figures that may be shown: the one place where small numbers are hidden. */
@Injectable()
export class Figures {
  constructor(
    private readonly tallies: Tallies,
    private readonly definitions: Definitions,
    private readonly names: DimensionNames,
    private readonly identity: IdentityFacts,
  ) {}

  async selection(code: KpiCode, months: readonly Month[], scope: FigureScope): Promise<Selection> {
    return { code, months, scope, userSupportGroupIds: code === 'KPI-02' ? await this.identity.userSupportGroups() : [] };
  }

  /** The figures of an actor for a period. */
  async of(actor: Actor, code: KpiCode, period: Period): Promise<Selection> {
    return this.selection(code, period.months, figureScope(actor));
  }

  async overall(selection: Selection, period: Period): Promise<Figure> {
    const target = await this.definitions.target(selection.code, period.year);
    const { nature, better } = KPIS[selection.code];
    const figure = figureOf(await this.tallies.whole(selection), nature, target, better);
    return period.kind === 'year' && (await this.yearGivesMonthAway(selection)) ? { ...figure, extra: hidden(figure).extra } : figure;
  }

  /** Ratings add up over months as users do not: a year's ratings less those of the months shown would give a hidden month away. */
  private async yearGivesMonthAway(selection: Selection): Promise<boolean> {
    if (KPIS[selection.code].nature !== 'opinions') return false;
    const months = await this.tallies.by(selection, 'month');
    const few = months.filter((month) => figureOf(month, 'opinions', null).display === 'hidden');
    return few.length === 1 || (few.length > 0 && few.reduce((sum, month) => sum + month.denominator, 0) < 5);
  }

  /** The breakdown by name; opinions of small groups hidden, and the next smallest with them. */
  async rows(
    actor: Actor,
    selection: Selection,
    by: Layout,
    target: number | null,
    counted?: readonly KeyedTally[],
  ): Promise<KeyedFigure[]> {
    const tallies = counted ?? (await this.tallies.by(selection, by));
    const { nature, better } = KPIS[selection.code];
    const concealed = nature === 'opinions' ? hiddenParts(tallies.map((tally) => tally.denominator)) : new Set<number>();
    const name = await this.names.of(
      by,
      tallies.map((tally) => keyText(tally)),
      actor.locale,
    );
    const figures = tallies.map((tally, at) => ({
      ...(concealed.has(at) ? hidden(tally) : figureOf(tally, nature, isPromised(by, tally) ? target : null, better)),
      key: keyText(tally) === NONE ? null : tally.key,
      name: name(keyText(tally)),
    }));
    const byKey = by === 'priority' || isCalendarPart(by);
    return figures.sort((a, b) => (byKey ? keyText(a).localeCompare(keyText(b)) : a.name.localeCompare(b.name, actor.locale)));
  }

  /** Is this cell of the breakdown (or the whole, without one) hidden? Then its rows are too. */
  async isHidden(selection: Selection, cell: SelectedCell | undefined): Promise<boolean> {
    if (KPIS[selection.code].nature !== 'opinions') return false;
    if (!cell) return figureOf(await this.tallies.whole(selection), 'opinions', null).display === 'hidden';
    const tallies = await this.tallies.by(selection, cell.by);
    return hiddenParts(tallies.map((tally) => tally.denominator)).has(tallies.findIndex((tally) => tally.key === cell.key));
  }

  async trend(selection: Selection, period: Period): Promise<TrendPoint[]> {
    const { nature, better } = KPIS[selection.code];
    const { none } = INDICATORS[selection.code];
    const periods = trendOf(period);
    const months =
      period.kind === 'month' ? await this.tallies.by({ ...selection, months: periods.flatMap((p) => p.months) }, 'month') : [];
    return Promise.all(
      periods.map(async (at) => {
        const target = await this.definitions.target(selection.code, at.year);
        const tally: Tally =
          period.kind === 'month'
            ? (months.find((m) => m.key === at.text) ?? none)
            : await this.tallies.whole({ ...selection, months: at.months });
        return { period: at.text, figure: figureOf(tally, nature, target, better) };
      }),
    );
  }
}

/** What is no promise to the institution has no target. */
function isPromised(by: Layout, { key }: KeyedTally): boolean {
  return by !== 'kind' || PROMISED_KINDS.some((kind) => kind === key);
}

function keyText({ key }: Pick<KeyedTally, 'key'>): string {
  return key ?? NONE;
}
