import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure } from '#kernel';
import { type Cell, type ExportTable, Texts } from '#platform';
import type { PrintedHeadline } from './printed-headline.js';
import { type ResultView, ResultViews } from './result-view.js';

type Say = (key: string) => string;

/** The page of results as tables to save: the same view, so a file shows nothing that the page hides. */
@Injectable()
export class ResultExport {
  constructor(
    private readonly views: ResultViews,
    private readonly texts: Texts,
  ) {}

  async tables(actor: Actor, campaignId: string): Promise<{ year: number; tables: ExportTable[] }> {
    const view = await this.views.read(actor, campaignId);
    const say: Say = (key) => this.texts.say(actor.locale, `surveys.export.${key}`);
    const tables = [
      wholeTable(view, say),
      coverageTable(view, say),
      questionsTable(view, say),
      valuesTable(view, say),
      institutionsTable(view, say),
      yearsTable(view, say),
      { title: say('comments'), columns: [say('question'), say('comment')], rows: view.comments.shown.map((c) => [c.question, c.text]) },
    ];
    return { year: view.campaign.year, tables };
  }
}

const figure = ({ numerator, n, value, low, high }: Figure): Cell[] => [numerator, n, value, low, high];
const headline = (of: PrintedHeadline | null): Cell[] => [of?.value ?? null, of?.low ?? null, of?.high ?? null, of?.nEff ?? null];

function wholeTable(view: ResultView, say: Say): ExportTable {
  return {
    title: say('whole'),
    columns: ['figure', 'share', 'low', 'high', 'n-eff', 'target'].map(say),
    rows: [
      [say('equal'), ...headline(view.equal), view.target],
      [say('by-users'), ...headline(view.byUsers), null],
      [say('unweighted'), view.unweighted.value, view.unweighted.low, view.unweighted.high, view.unweighted.n, null],
      [say('invited'), view.invited],
      [say('answered'), view.answered],
      [say('institutions'), view.institutions],
      [say('definition'), view.surveyVersion],
      [say('hash'), view.frozen?.inputHash ?? null],
      [say('frozen'), view.frozen ? { at: view.frozen.at } : null],
    ],
  };
}

function coverageTable({ coverage }: ResultView, say: Say): ExportTable {
  return {
    title: say('coverage'),
    columns: ['institution', 'coverage-state', 'invited', 'reason'].map(say),
    rows: [
      [say('asked'), null, coverage.asked],
      [say('responding'), null, coverage.responding],
      ...coverage.silent.map(({ name, invited }): Cell[] => [name, say('silent'), invited]),
      ...coverage.excluded.map(({ name, reason }): Cell[] => [name, say('excluded'), null, reason]),
    ],
  };
}

const nameOf = ({ text, row }: ResultView['items'][number]): string => (row === null ? text : `${text} ${row}`);

function questionsTable({ items }: ResultView, say: Say): ExportTable {
  return {
    title: say('questions'),
    columns: ['question', 'satisfied', 'n', 'share', 'low', 'high', 'cannot-judge', 'remark'].map(say),
    rows: items.map((item) => [
      nameOf(item),
      ...(item.satisfied ? figure(item.satisfied) : [null, item.n, null, null, null]),
      item.cannotJudge,
      item.display === 'hidden' ? say('hidden') : null,
    ]),
  };
}

function valuesTable({ items }: ResultView, say: Say): ExportTable {
  return {
    title: say('distribution'),
    columns: ['question', 'answer', 'count', 'share'].map(say),
    rows: items.flatMap((item) => item.values.map(({ text, count, share }): Cell[] => [nameOf(item), text, count, share])),
  };
}

function institutionsTable({ lines }: ResultView, say: Say): ExportTable {
  return {
    title: say('by-institution'),
    columns: ['institution', 'satisfied', 'n', 'share', 'low', 'high', 'before', 'remark'].map(say),
    rows: lines.map((line) => [
      line.institution.name,
      ...figure(line.figure),
      line.before?.value ?? null,
      line.hidden ? say('hidden') : null,
    ]),
  };
}

function yearsTable({ years }: ResultView, say: Say): ExportTable {
  const both = ['equal', 'by-users'].flatMap((of) => ['share', 'low', 'high', 'n-eff'].map((column) => `${say(column)} (${say(of)})`));
  return {
    title: say('years'),
    columns: [say('year'), say('campaign'), say('answered'), say('institutions'), ...both],
    rows: years.map((year) => [
      year.year,
      year.campaign.name,
      year.answered,
      year.institutions,
      ...headline(year.equal),
      ...headline(year.byUsers),
    ]),
  };
}
