import { Injectable } from '@nestjs/common';
import { fieldRefused } from '#kernel';
import { readSeed } from '#platform';
import type { Better } from '#kernel';
import type { IndicatorUnit } from '../domain/indicator-source.js';
import type { Bilingual } from '../domain/scorecard.js';
import type { NewGoal, NewIndicator } from '../store/scorecard-store.js';

interface TemplateIndicator extends Bilingual {
  readonly code: string;
  readonly noteLv: string;
  readonly noteEn: string;
  readonly unit?: IndicatorUnit;
  readonly better?: Better;
  readonly sourceCode?: string;
  readonly baseline?: number;
  /** One for each year. */
  readonly targets?: readonly number[];
  /** The same in percent of the baseline, of the first year's, not compounding. */
  readonly targetsOfBaseline?: readonly number[];
  /** Of a milestone: by the end of which year, the first one is 1. */
  readonly dueInYear?: number;
  readonly tasks: readonly Bilingual[];
}

export interface ScorecardTemplate extends Bilingual {
  readonly code: string;
  readonly source: string;
  readonly firstYear: number;
  readonly years: number;
  readonly goals: readonly (Bilingual & {
    readonly goals: readonly (Bilingual & { readonly indicators: readonly TemplateIndicator[] })[];
  })[];
}

/** What scorecards are made from: the rows of the Centre's strategy. */
@Injectable()
export class ScorecardTemplates {
  private readonly known: readonly ScorecardTemplate[] = [readSeed<ScorecardTemplate>('reference/strategy-scorecard.json')];

  all(): readonly ScorecardTemplate[] {
    return this.known;
  }

  /** Throws `processes.template-unknown`. */
  one(code: string): ScorecardTemplate {
    const found = this.known.find((template) => template.code === code);
    if (!found) throw fieldRefused('processes.template-unknown', 'template');
    return found;
  }
}

/** The goals of a template for the years from `firstYear` on; `baselines` by the code of the indicator stand for those of the template. */
export function goalsOf({ goals }: ScorecardTemplate, firstYear: number, baselines: ReadonlyMap<string, number>): NewGoal[] {
  return goals.map((top) => ({
    name: named(top),
    goals: top.goals.map((goal) => ({
      name: named(goal),
      indicators: goal.indicators.map((indicator) => indicatorOf(indicator, firstYear, baselines.get(indicator.code))),
    })),
  }));
}

/** Those that have a baseline, which another period would have to give anew. */
export function baselinesOf({
  goals,
}: ScorecardTemplate): readonly { readonly code: string; readonly name: Bilingual; readonly value: number }[] {
  return goals
    .flatMap((top) => top.goals.flatMap(({ indicators }) => indicators))
    .flatMap(({ code, lv, en, baseline }) => (baseline === undefined ? [] : [{ code, name: { lv, en }, value: baseline }]));
}

function indicatorOf(given: TemplateIndicator, firstYear: number, ownBaseline: number | undefined): NewIndicator {
  const { code, noteLv, noteEn, unit, better, sourceCode, dueInYear, tasks } = given;
  const baseline = ownBaseline ?? given.baseline ?? null;
  const targets = given.targets ?? given.targetsOfBaseline?.map((percent) => Math.floor(((baseline ?? 0) * percent) / 100)) ?? [];
  return {
    ...{ code, tasks, name: named(given), note: { lv: noteLv, en: noteEn } },
    ...{ unit: unit ?? null, better: better ?? null, sourceCode: sourceCode ?? null, baseline },
    dueYear: dueInYear === undefined ? null : firstYear + dueInYear - 1,
    targets: targets.map((value, at) => ({ year: firstYear + at, value })),
  };
}

function named({ lv, en }: Bilingual): Bilingual {
  return { lv, en };
}
