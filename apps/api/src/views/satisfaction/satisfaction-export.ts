import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type KpiPage, KpiPages, readPeriod } from '#kpis';
import { type Cell, EXPORT_ROWS_MAX, type ExportTable, Texts } from '#platform';
import { type CommentThemes, CommentThemeReads, SIDES } from './comment-themes.js';
import { type Disappointed, DisappointedList } from './disappointed.js';
import { readsRatings } from './satisfaction-scope.js';

type Say = (key: string) => string;
type Figure = KpiPage['overall'];

const DIMENSIONS = ['institution', 'service', 'group'] as const;
const FIGURE_COLUMNS = ['satisfied', 'users', 'share', 'low', 'high', 'good', 'satisfactory', 'bad', 'response'] as const;
const PAGE = 200;

/** The satisfaction page as tables to save: what is hidden there is empty here. */
@Injectable()
export class SatisfactionExport {
  constructor(
    private readonly kpis: KpiPages,
    private readonly disappointed: DisappointedList,
    private readonly themes: CommentThemeReads,
    private readonly texts: Texts,
  ) {}

  async tables(actor: Actor, month: string): Promise<ExportTable[]> {
    const say: Say = (key) => this.texts.say(actor.locale, `ratings.export.${key}`);
    const pages = await Promise.all(DIMENSIONS.map((by) => this.kpis.read(actor, 'KPI-02', readPeriod(month), by)));
    const [whole] = pages;
    return [
      wholeTable(whole!, say),
      ...pages.map((page, at) =>
        figuresTable(
          say(`by-${DIMENSIONS[at]}`),
          page.rows.map((row) => [row.name, row]),
          say,
        ),
      ),
      figuresTable(
        say('trend'),
        whole!.trend.map(({ period, figure }) => [period, figure]),
        say,
      ),
      themesTable(await this.themes.read(actor, month), say),
      ...(readsRatings(actor) ? [disappointedTable(await this.everyDisappointed(actor, month), say)] : []),
    ];
  }

  private async everyDisappointed(actor: Actor, month: string): Promise<Disappointed[]> {
    const found: Disappointed[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.disappointed.page(actor, { month, cursor, limit: PAGE });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && found.length < EXPORT_ROWS_MAX);
    return found;
  }
}

function figureCells({ numerator, denominator, value, low, high, extra }: Figure): Cell[] {
  const { ratings = null, satisfiedRatings = null, goodRatings = null, responseShare = null } = extra;
  const between = satisfiedRatings === null || goodRatings === null ? null : satisfiedRatings - goodRatings;
  const bad = ratings === null || satisfiedRatings === null ? null : ratings - satisfiedRatings;
  return [numerator, denominator, value, low, high, goodRatings, between, bad, responseShare];
}

function wholeTable({ name, period, target, definitionVersion, overall }: KpiPage, say: Say): ExportTable {
  return {
    title: say('whole'),
    columns: [say('indicator'), say('month'), ...FIGURE_COLUMNS.map(say), say('target'), say('definition')],
    rows: [[name, period, ...figureCells(overall), target, definitionVersion]],
  };
}

function figuresTable(title: string, rows: readonly (readonly [string, Figure])[], say: Say): ExportTable {
  return { title, columns: [title, ...FIGURE_COLUMNS.map(say)], rows: rows.map(([name, figure]) => [name, ...figureCells(figure)]) };
}

function themesTable(themes: CommentThemes, say: Say): ExportTable {
  return {
    title: say('themes'),
    columns: [say('side'), say('word'), say('people')],
    rows: SIDES.flatMap((side) => themes[side].themes.map(({ word, people }) => [say(`side-${side}`), word, people])),
  };
}

function disappointedTable(rows: readonly Disappointed[], say: Say): ExportTable {
  return {
    title: say('disappointed'),
    columns: ['at', 'ticket', 'title', 'institution', 'service', 'group', 'worked', 'waited', 'comment'].map(say),
    rows: rows.map(({ at, ticket, institution, service, group, workedSeconds, waitedSeconds, comment }) => [
      ...[{ at }, ticket?.number ?? null, ticket?.title ?? null, institution.name, service?.name ?? null, group.name],
      ...[hours(workedSeconds), hours(waitedSeconds), comment],
    ]),
  };
}

function hours(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 36) / 100;
}
