export const values = ['bad', 'satisfactory', 'good'] as const;
export type Value = (typeof values)[number];

/** What the page of a group's ratings shows, as it stands in the URL. */
export interface RatingsSearch {
  show?: 'ratings';
  /** Tasks that are done, beside the open ones. */
  done?: true;
  value?: Value;
  groupId?: string;
  /** The days back from today; 90 where absent. */
  days?: 30 | 365;
}

export function readRatingsSearch(raw: Record<string, unknown>): RatingsSearch {
  const value = values.find((one) => one === raw['value']);
  const days = ([30, 365] as const).find((one) => one === Number(raw['days']));
  return {
    ...(raw['show'] === 'ratings' ? { show: 'ratings' } : {}),
    ...(raw['done'] === true ? { done: true } : {}),
    ...(value ? { value } : {}),
    ...(typeof raw['groupId'] === 'string' ? { groupId: raw['groupId'] } : {}),
    ...(days ? { days } : {}),
  };
}
