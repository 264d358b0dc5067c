export class OpeningWindowResponse {
  /** `08:30`, by the wall clock. */
  from: string;
  /** `17:00`; the end of the day is `24:00`. */
  to: string;
}

export class OpeningDayNameResponse {
  lv: string;
  en: string;
}

export class OpeningDayResponse {
  /** `YYYY-MM-DD`. */
  date: string;
  kind: 'working' | 'weekend' | 'holiday' | 'moved_day_off' | 'moved_working_day' | 'shortened' | 'one_off';
  /** None: closed all day. */
  windows: OpeningWindowResponse[];
  name: OpeningDayNameResponse | null;
}

export class DeskNumberResponse {
  /** As it is written for people. */
  phone: string;
  noteLv: string | null;
  noteEn: string | null;
}

/** Whether somebody is at the desk now, and what the next days look like. */
export class DeskHoursResponse {
  always: boolean;
  open: boolean;
  /** While open: when it closes; null: not within a month. */
  until: string | null;
  /** While closed: when it opens again; null: not within a month. */
  opensAt: string | null;
  /** Today and the six dates after it. */
  days: OpeningDayResponse[];
  /** Null: no number was given. */
  number: DeskNumberResponse | null;
}

/** What an administrator keeps of the number. */
export class DeskContactResponse {
  phone: string | null;
  noteLv: string | null;
  noteEn: string | null;
  /** The calendar that the hours follow: that of the first user-support group. */
  calendarCode: string;
  /** The ETag. */
  version: number;
}
