import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Figure } from '#kernel';
import { ClientSatisfaction } from '#kpis';
import type { ReportSection } from '../../domain/report-document.js';
import { numberWords, shareWords } from '../../domain/number-words.js';
import { earliest, type Say, shareCells, shareColumns } from '../figure-words.js';
import { IndicatorSections, noteOf } from '../indicator-sections.js';
import type { BuiltReport, ReportBuilder } from '../report-builder.js';
import { besideSection } from './satisfaction-month.js';

type ClientPage = Awaited<ReturnType<ClientSatisfaction['read']>>;

const CLIENTS = 'KPI-01';

/** KPI-01 by the year's survey and KPI-02 by the year's ratings (DOMAIN 5 and 6). */
@Injectable()
export class SatisfactionYear implements ReportBuilder {
  readonly code = 'satisfaction-year';
  readonly version = 1;
  readonly period = 'year';
  readonly rights = ['survey.results'] as const;
  readonly opinions = true;
  readonly ofFigures = true;

  constructor(
    private readonly clients: ClientSatisfaction,
    private readonly indicators: IndicatorSections,
  ) {}

  async build(actor: Actor, period: string, say: Say): Promise<BuiltReport> {
    const clients = await this.clients.read(actor, Number(period));
    const users = await this.indicators.read(actor, 'KPI-02', period, ['institution', 'group']);
    return {
      definitions: [clients, users].map(({ code, definitionVersion: version }) => ({ code, version })),
      dataAt: earliest([clients, users]),
      conclusion: [
        clientSentence(actor, clients, say),
        await this.indicators.sentence(actor, users, period, say),
        ...users.parts.flatMap((part) => this.indicators.apart(users, part, say)),
      ],
      sections: [
        clientSection(
          say('section.clients'),
          say('column.year'),
          clients.trend.map(({ period: year, figure }) => ({ name: year, figure })),
          period,
          say,
        ),
        clientSection(
          say('section.clients-institutions'),
          say('column.institution'),
          clients.rows.map((row) => ({ name: row.name, figure: row })),
          period,
          say,
        ),
        this.indicators.summary(say('section.users'), [users], period, say),
        besideSection(users, period, say),
        ...users.parts.map((part) =>
          this.indicators.part(users, part, period, say, `${say('section.users')}: ${say(`parted.${part.by}`)}`),
        ),
      ],
    };
  }
}

/** A mean of the institutions' shares has no numerator; n is how many answered. */
function clientSection(
  title: string,
  first: string,
  rows: readonly { readonly name: string; readonly figure: Figure }[],
  period: string,
  say: Say,
): ReportSection {
  const opens = `/reports/indicators?period=${period}&code=${CLIENTS}`;
  return {
    title,
    note: noteOf(
      rows.map(({ figure }) => figure),
      say,
    ),
    opens,
    columns: [{ title: first, kind: 'text' }, { title: say('column.answered'), kind: 'count' }, ...shareColumns(say)],
    rows: rows.map(({ name, figure }) => ({ cells: [name, figure.n, ...shareCells(figure, say)], opens })),
  };
}

function clientSentence({ locale }: Actor, { name, overall, target }: ClientPage, say: Say): string {
  const { value, low, high, n, status } = overall;
  if (value === null || low === null || high === null) return say('sentence.none', { name });
  const share = say('sentence.clients', {
    name,
    n,
    value: shareWords(locale, value),
    low: shareWords(locale, low),
    high: shareWords(locale, high),
  });
  return status === null || target === null
    ? share
    : `${share} ${say(`sentence.target.${status}`, { target: numberWords(locale, target) })}`;
}
