/** The everyday figures, as they stand in the URL. */
export const stretches = [4, 8, 13, 52] as const;
export type Weeks = (typeof stretches)[number];
export const kinds = ['arrived', 'reopened', 'resolved', 'cancelled', 'open'] as const;
export type Kind = (typeof kinds)[number];
export const bands = ['days0to2', 'days3to7', 'days8to30', 'over30'] as const;
export type Band = (typeof bands)[number];
export const parts = ['group', 'service', 'institution'] as const;
export type By = (typeof parts)[number];
export const views = ['arrived', 'resolved', 'perPerson'] as const;
/** What the hours of the week show. */
export type View = (typeof views)[number];

/** Which rows are open below the figures. */
export interface RowsOf {
  rows: Kind;
  /** One hour of the week, */
  weekday?: number;
  hour?: number;
  /** one day, */
  day?: string;
  /** what is so old, */
  band?: Band;
  /** or what one part brought. */
  part?: By;
  key?: string;
  name?: string;
}

export interface LoadSearch extends Partial<RowsOf> {
  weeks?: Weeks;
  group?: string;
  institution?: string;
  shows?: View;
  by?: By;
}

const DAY = /^20\d{2}-\d{2}-\d{2}$/;
const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);
const among = <Value>(known: readonly Value[], value: unknown): Value | undefined => known.find((one) => one === value);
const whole = (value: unknown, most: number): number | undefined => {
  const number = Number(value ?? NaN);
  return Number.isInteger(number) && number >= 0 && number <= most ? number : undefined;
};

export function readLoadSearch(raw: Record<string, unknown>): LoadSearch {
  const day = text(raw['day']);
  const read = {
    weeks: among(stretches, Number(raw['weeks'])),
    group: text(raw['group']),
    institution: text(raw['institution']),
    shows: among(views, raw['shows']),
    by: among(parts, raw['by']),
    rows: among(kinds, raw['rows']),
    weekday: whole(raw['weekday'], 7),
    hour: whole(raw['hour'], 23),
    day: day && DAY.test(day) ? day : undefined,
    band: among(bands, raw['band']),
    part: among(parts, raw['part']),
    key: text(raw['key']),
    name: text(raw['name']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The same page without any rows open. */
export function withoutRows({ weeks, group, institution, shows, by }: LoadSearch): LoadSearch {
  return readLoadSearch({ weeks, group, institution, shows, by });
}
