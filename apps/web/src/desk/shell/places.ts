import {
  IconAffiliate,
  IconChartHistogram,
  IconDevices,
  IconForms,
  IconGitPullRequest,
  IconInbox,
  IconMoodSmile,
  IconSettings,
  IconStopwatch,
  type Icon,
} from '@tabler/icons-react';
import type { TextKey } from '../texts';

export interface Place {
  to:
    | '/desk'
    | '/desk/assets'
    | '/desk/changes'
    | '/desk/ratings'
    | '/reports'
    | '/reports/processes'
    | '/admin/policies'
    | '/admin/surveys'
    | '/admin';
  /** Other pages of the same place. */
  also?: string[];
  /** Any of these opens it. */
  rights: readonly string[];
  text: TextKey;
  icon: Icon;
  /** On a phone it is the first to go into the menu of what has no room. */
  folds?: true;
}

const places: Place[] = [
  { to: '/desk', rights: ['ticket.desk'], text: 'desk.rail.tickets', icon: IconInbox },
  {
    to: '/desk/changes',
    also: ['/desk/calendar', '/desk/approvals', '/desk/meetings', '/desk/change-templates', '/desk/announcements'],
    rights: ['change.read'],
    text: 'desk.rail.changes',
    icon: IconGitPullRequest,
  },
  { to: '/desk/assets', rights: ['ticket.desk'], text: 'desk.rail.assets', icon: IconDevices, folds: true },
  { to: '/desk/ratings', rights: ['rating.list'], text: 'desk.rail.ratings', icon: IconMoodSmile, folds: true },
  { to: '/reports', rights: ['report.read'], text: 'desk.rail.reports', icon: IconChartHistogram },
  { to: '/reports/processes', also: ['/reports/mining'], rights: ['process.read'], text: 'desk.rail.processes', icon: IconAffiliate },
  { to: '/admin/policies', also: ['/admin/calendars'], rights: ['sla.read'], text: 'desk.rail.sla', icon: IconStopwatch, folds: true },
  { to: '/admin/surveys', rights: ['survey.read'], text: 'desk.rail.surveys', icon: IconForms, folds: true },
  {
    to: '/admin',
    rights: ['organisation.read', 'admin.mailbox', 'answer.write', 'mail-log.read'],
    text: 'admin.title',
    icon: IconSettings,
    folds: true,
  },
];

/** Buttons for places that a phone's bar has room for, the menu of the others among them. */
const ROOM = 5;

export const placesFor = (rights: readonly string[]): Place[] =>
  places.filter((place) => place.rights.some((right) => rights.includes(right)));

/** The places that a phone shows in a menu: none while all of them have room. */
export function foldedOf(mine: readonly Place[]): Place[] {
  if (mine.length <= ROOM) return [];
  const shown = [...mine].sort((a, b) => Number(a.folds ?? false) - Number(b.folds ?? false)).slice(0, ROOM - 1);
  return mine.filter((place) => !shown.includes(place));
}

/** Where an address belongs: the place with the longest beginning of it among its pages. */
export const placeOf = (path: string): Place | undefined =>
  places
    .flatMap((place) => [place.to, ...(place.also ?? [])].map((page) => ({ place, page })))
    .filter(({ page }) => path === page || path.startsWith(`${page}/`))
    .sort((a, b) => b.page.length - a.page.length)
    .at(0)?.place;
