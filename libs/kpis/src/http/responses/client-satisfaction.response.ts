import { OmitType } from '@nestjs/swagger';
import { FigureResponse } from '#platform';
import type { ClientPage } from '../../reads/client-satisfaction.js';
import { KpiResponse } from './kpi.response.js';

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
}

/** KPI-01 in a year: as the other indicators, with both headlines in each year of its trend. */
export class ClientSatisfactionResponse extends OmitType(KpiResponse, ['trend']) {
  trend: ClientYearResponse[];

  static from(page: ClientPage): ClientSatisfactionResponse {
    return { ...KpiResponse.from(page), trend: [...page.trend] };
  }
}
