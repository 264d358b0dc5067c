import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { type Cell, type ExportTable, Texts } from '#platform';
import type { LoadDay } from '../domain/load-days.js';
import { LOAD_KINDS } from '../domain/load-fact.js';
import type { LoadCounts } from '../domain/load-heat.js';
import { type BacklogPage, BacklogPages } from './backlog-page.js';
import { dutyGroups, DutyPages } from './duty-page.js';
import { type ForecastPage, ForecastPages } from './forecast-page.js';
import { LOAD_PARTS } from './load-cells.js';
import { type LoadPage, LoadPages } from './load-page.js';
import type { LoadPart } from './load-part.js';

type Say = (key: string) => string;

/** The everyday figures as tables to save, each with the instant of its data. */
@Injectable()
export class LoadExport {
  constructor(
    private readonly pages: LoadPages,
    private readonly backlogs: BacklogPages,
    private readonly forecasts: ForecastPages,
    private readonly duties: DutyPages,
    private readonly texts: Texts,
  ) {}

  async tables(actor: Actor, part: LoadPart, days: readonly LoadDay[]): Promise<ExportTable[]> {
    const say: Say = (key) => this.texts.say(actor.locale, `kpis.load.${key}`);
    const load = await this.pages.read(part, days, actor.locale);
    const backlog = await this.backlogs.read(part, days, actor.locale);
    const ahead = await this.forecasts.read(actor, part);
    return [
      wholeTable(load, say),
      heatTable(load, say),
      daysTable(load, say),
      ...partTables(load, say),
      ...backlogTables(backlog, say),
      ...forecastTables(ahead, say),
      ...(await this.dutyTables(actor, part, days, say)),
    ];
  }

  /** Left out where the reader may not know who is on duty. */
  private async dutyTables(actor: Actor, { groupId }: LoadPart, days: readonly LoadDay[], say: Say): Promise<ExportTable[]> {
    if (dutyGroups(actor, groupId)?.length === 0) return [];
    const { cells } = await this.duties.read(actor, days, groupId);
    return [
      {
        title: say('duty'),
        columns: ['weekday', 'hour', 'hours', 'person-hours', 'arrived', 'per-person'].map(say),
        rows: cells
          .filter(({ hours }) => hours > 0)
          .map(({ weekday, hour, hours, personHours, arrived }) => [
            ...[say(`day-${weekday}`), hour, hours, round(personHours), arrived],
            personHours > 0 ? round(arrived / personHours) : null,
          ]),
      },
    ];
  }
}

const columnsOf = (say: Say): string[] => LOAD_KINDS.map(say);
const countsOf = (counts: LoadCounts): Cell[] => LOAD_KINDS.map((kind) => counts[kind]);
const round = (value: number): number => Math.round(value * 100) / 100;

function wholeTable({ from, to, dataAt, whole }: LoadPage, say: Say): ExportTable {
  return {
    title: say('whole'),
    columns: [say('from'), say('to'), ...columnsOf(say), say('data-at')],
    rows: [[from, to, ...countsOf(whole), { at: dataAt }]],
  };
}

function heatTable({ heat }: LoadPage, say: Say): ExportTable {
  return {
    title: say('heat'),
    columns: [say('weekday'), say('hour'), say('hours'), ...columnsOf(say)],
    rows: heat.filter(({ hours }) => hours > 0).map((cell) => [say(`day-${cell.weekday}`), cell.hour, cell.hours, ...countsOf(cell)]),
  };
}

function daysTable({ days }: LoadPage, say: Say): ExportTable {
  return {
    title: say('days'),
    columns: [say('date'), say('working'), ...columnsOf(say)],
    rows: days.map((day) => [day.date, say(day.working ? 'yes' : 'no'), ...countsOf(day)]),
  };
}

function partTables({ parts }: LoadPage, say: Say): ExportTable[] {
  return LOAD_PARTS.map((by) => ({
    title: say(`by-${by}`),
    columns: [say(by), ...columnsOf(say)],
    rows: parts[by].map((row) => [row.name, ...countsOf(row)]),
  }));
}

const BAND_KEYS = ['n', 'days0to2', 'days3to7', 'days8to30', 'over30'] as const;

function backlogTables({ parts, over, at }: BacklogPage, say: Say): ExportTable[] {
  const bands = BAND_KEYS.map(say);
  return [
    { title: say('backlog'), columns: [say('date'), ...bands], rows: over.map((row) => [row.date, ...BAND_KEYS.map((key) => row[key])]) },
    ...LOAD_PARTS.map((by) => ({
      title: say(`backlog-${by}`),
      columns: [say(by), ...bands, say('median'), say('p90'), say('at')],
      rows: parts[by].map((row): Cell[] => [row.name, ...BAND_KEYS.map((key) => row[key]), row.median, row.p90, { at }]),
    })),
  ];
}

function forecastTables({ forecast }: ForecastPage, say: Say): ExportTable[] {
  if (!forecast) return [];
  const rounded = (value: number | null): Cell => (value === null ? null : round(value));
  return [
    {
      title: say('forecast'),
      columns: ['date', 'working', 'expected', 'low', 'high', 'sample', 'person-hours'].map(say),
      rows: forecast.days.map(({ date, working, expected, low, high, from, personHours }) => [
        ...[date, say(working ? 'yes' : 'no'), round(expected), rounded(low), rounded(high), from, rounded(personHours)],
      ]),
    },
    {
      title: say('tried'),
      columns: ['week', 'expected', 'arrived'].map(say),
      rows: forecast.tried.map(({ from, expected, arrived }) => [from, round(expected), arrived]),
    },
  ];
}
