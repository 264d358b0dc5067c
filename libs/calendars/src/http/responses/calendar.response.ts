/** A published version of a calendar. */
export class CalendarVersionResponse {
  id: string;
  version: number;
  /** Where its holidays and moved days come from. */
  source: string;
  publishedAt: string;
  /** How many dates differ from the week's pattern. */
  exceptions: number;
}

export class CalendarResponse {
  id: string;
  code: string;
  nameLv: string;
  nameEn: string;
  timezone: string;
  versions: CalendarVersionResponse[];
}

export class CalendarListResponse {
  items: CalendarResponse[];
}
