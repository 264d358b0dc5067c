import { formatInstant } from '#kernel';
import { FigureResponse } from '#platform';
import type { ClientSatisfactionPage, ClientYear } from '../../reads/client-satisfaction.js';
import { KeyedFigureResponse } from './figure.response.js';

export class ClientYearResponse {
  /** A year, `2026`. */
  period: string;
  /** Every responding institution with the same weight; `n` is the number of answers. */
  figure: FigureResponse;
  /** Every institution by its users. */
  byUsers: FigureResponse | null;
  /** Where the value comes from, if it was measured before go-live. */
  source: string | null;
  /** The campaign that measured it. */
  campaignId: string | null;

  static of({ year, figure, byUsers, source, campaignId }: ClientYear): ClientYearResponse {
    return { period: String(year), figure, byUsers, source, campaignId };
  }
}

/** KPI-01 in a year: as the other indicators, with both headlines. */
export class ClientSatisfactionResponse {
  code: string;
  name: string;
  period: string;
  definitionVersion: number;
  /** In percent. */
  target: number | null;
  overall: FigureResponse;
  byUsers: FigureResponse | null;
  source: string | null;
  campaignId: string | null;
  /** By institution, as it was published. */
  rows: KeyedFigureResponse[];
  trend: ClientYearResponse[];
  /** When it was frozen; null where the year has no measurement. */
  asOf: string | null;

  static from(page: ClientSatisfactionPage): ClientSatisfactionResponse {
    const { name, definitionVersion, target, figure, byUsers, source, campaignId, rows, trend, frozenAt } = page;
    return {
      ...{ code: 'KPI-01', name, definitionVersion, target, byUsers, source, campaignId },
      period: String(page.year),
      overall: figure,
      rows: [...rows],
      trend: trend.map((year) => ClientYearResponse.of(year)),
      asOf: frozenAt === null ? null : formatInstant(frozenAt),
    };
  }
}
