import { formatInstant } from '#kernel';
import type { DutyPage } from '../../reads/duty-page.js';
import type { ForecastPage } from '../../reads/forecast-page.js';
import { DayLoadResponse } from './load.response.js';

export class ExpectedDayResponse {
  date: string;
  weekday: number;
  /** By the calendar LV-8x5. */
  working: boolean;
  expected: number;
  /** Four of five days of its kind came so near in the weeks that were tried; null where too few were. */
  low: number | null;
  high: number | null;
  /** The days whose mean it is. */
  from: number;
  /** Hours of work of the people on duty; null where the reader may not know them, or asks for one institution or service. */
  personHours: number | null;
}

export class TriedWeekResponse {
  /** Its Monday. */
  from: string;
  expected: number;
  arrived: number;
}

export class ForecastErrorResponse {
  /** The days that were tried. */
  days: number;
  /** What the days were off by, in percent of what came. */
  percent: number | null;
  /** The same of saying "as in the last week". */
  naivePercent: number | null;
  /** Foretold less arrived, in percent of what came. */
  bias: number | null;
  /** What a day was off by in the mean. */
  perDay: number;
}

export class ArrivalForecastResponse {
  days: ExpectedDayResponse[];
  tried: TriedWeekResponse[];
  error: ForecastErrorResponse | null;
}

export class ForecastResponse {
  /** Next Monday. */
  from: string;
  to: string;
  /** Everything that happened before this instant is counted. */
  dataAt: string;
  /** Null where there are less than two weeks to learn from. */
  forecast: ArrivalForecastResponse | null;
  /** The last full days. */
  past: DayLoadResponse[];

  static from({ from, to, dataAt, forecast, past }: ForecastPage): ForecastResponse {
    return {
      ...{ from, to, dataAt: formatInstant(dataAt), past: [...past] },
      forecast: forecast && { days: [...forecast.days], tried: [...forecast.tried], error: forecast.error },
    };
  }
}

export class DutyCellResponse {
  weekday: number;
  hour: number;
  /** How many such hours have begun within the days. */
  hours: number;
  /** Hours of work of all people together. */
  personHours: number;
  arrived: number;
}

export class DutyDayResponse {
  date: string;
  weekday: number;
  personHours: number;
  arrived: number;
}

export class DutyGroupResponse {
  id: string;
  name: string;
  calendarCode: string;
  /** Active members. */
  people: number;
}

export class DutyResponse {
  from: string;
  to: string;
  /** Everything that happened before this instant is counted. */
  dataAt: string;
  groups: DutyGroupResponse[];
  /** Everybody once, however many groups he is in. */
  people: number;
  personHours: number;
  arrived: number;
  /** What came in hours in which nobody of its group was on duty. */
  unattended: number;
  /** The 168 hours of a week, Monday midnight first. */
  cells: DutyCellResponse[];
  days: DutyDayResponse[];

  static from(page: DutyPage): DutyResponse {
    const { from, to, dataAt, groups, people, personHours, arrived, unattended, cells, days } = page;
    return {
      ...{ from, to, dataAt: formatInstant(dataAt), groups: [...groups], people, personHours, arrived, unattended },
      ...{ cells: [...cells], days: [...days] },
    };
  }
}
