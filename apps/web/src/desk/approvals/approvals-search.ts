import { type View, views } from './approvals-queries';

/** What the inbox shows, as it stands in the URL; what waits for the reader where absent. */
export interface ApprovalsSearch {
  show?: Exclude<View, 'pending'>;
}

export function readApprovalsSearch(raw: Record<string, unknown>): ApprovalsSearch {
  const show = views.find((view) => view === raw['show']);
  return show && show !== 'pending' ? { show } : {};
}
