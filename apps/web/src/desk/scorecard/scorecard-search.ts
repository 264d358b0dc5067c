/** The scorecard, as it stands in the URL. */
export interface ScorecardSearch {
  /** Id of the scorecard; without it the latest one that has begun. */
  card?: string;
  year?: number;
  /** A certain snapshot of the year instead of the last one. */
  snapshot?: number;
  /** Id of the indicator whose panel is open. */
  indicator?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const whole = (value: unknown): number | undefined => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined);

export function readScorecardSearch(raw: Record<string, unknown>): ScorecardSearch {
  const [card, indicator] = [text(raw['card']), text(raw['indicator'])];
  const [year, snapshot] = [whole(raw['year']), whole(raw['snapshot'])];
  return {
    ...(card ? { card } : {}),
    ...(year ? { year } : {}),
    ...(snapshot ? { snapshot } : {}),
    ...(indicator ? { indicator } : {}),
  };
}
