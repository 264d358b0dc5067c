/** How lengths lie, in the unit of the indicator. */
export class FigureSpreadResponse {
  /** From five rows on. */
  median: number | null;
  /** From ten rows on. */
  p90: number | null;
  mean: number | null;
}

/** A share as it may be shown (small numbers are hidden or shown as counts). Percentages have one decimal. */
export class FigureResponse {
  numerator: number | null;
  denominator: number | null;
  /** What the interval stands on. */
  n: number | null;
  value: number | null;
  /** Lower bound of the 95 % Wilson interval. */
  low: number | null;
  high: number | null;
  /** full: from 30; small: 10 to 29; counts: no share; hidden: opinions of too few; none: no data. */
  display: 'full' | 'small' | 'counts' | 'hidden' | 'none';
  status: 'reached' | 'safely_reached' | 'not_reached_within_error' | 'not_reached' | null;
  /** Of a figure that is no share. */
  spread?: FigureSpreadResponse | undefined;
  /** Further numbers of this indicator, by name. */
  extra: Record<string, number | null>;
}
