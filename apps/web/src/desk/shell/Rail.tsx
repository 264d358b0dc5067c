import { Tooltip } from '@mantine/core';
import {
  IconChartHistogram,
  IconDevices,
  IconForms,
  IconGitPullRequest,
  IconInbox,
  IconMail,
  IconMoodSmile,
  IconSearch,
  IconStopwatch,
  type Icon,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useMe } from '../data/session';
import { useTexts, type TextKey } from '../texts';
import { NoticeBell } from './NoticeBell';
import c from './shell.module.css';
import { useShell } from './shell-context';
import { UserMenu } from './UserMenu';

interface Place {
  to: '/desk' | '/desk/assets' | '/desk/changes' | '/desk/ratings' | '/reports' | '/admin/policies' | '/admin/surveys' | '/admin/mailbox';
  /** Other pages of the same place. */
  also?: string[];
  right: string;
  text: TextKey;
  icon: Icon;
}

const places: Place[] = [
  { to: '/desk', right: 'ticket.desk', text: 'desk.rail.tickets', icon: IconInbox },
  {
    to: '/desk/changes',
    also: ['/desk/calendar', '/desk/approvals', '/desk/meetings', '/desk/change-templates', '/desk/announcements'],
    right: 'change.read',
    text: 'desk.rail.changes',
    icon: IconGitPullRequest,
  },
  { to: '/desk/assets', right: 'ticket.desk', text: 'desk.rail.assets', icon: IconDevices },
  { to: '/desk/ratings', right: 'rating.list', text: 'desk.rail.ratings', icon: IconMoodSmile },
  { to: '/reports', right: 'report.read', text: 'desk.rail.reports', icon: IconChartHistogram },
  { to: '/admin/policies', also: ['/admin/calendars'], right: 'sla.read', text: 'desk.rail.sla', icon: IconStopwatch },
  { to: '/admin/surveys', right: 'survey.read', text: 'desk.rail.surveys', icon: IconForms },
  { to: '/admin/mailbox', right: 'admin.mailbox', text: 'desk.rail.mailbox', icon: IconMail },
];

/** Where an address belongs: the place with the longest beginning of it among its pages. */
const placeOf = (path: string): Place | undefined =>
  places
    .flatMap((place) => [place.to, ...(place.also ?? [])].map((page) => ({ place, page })))
    .filter(({ page }) => path === page || path.startsWith(`${page}/`))
    .sort((a, b) => b.page.length - a.page.length)
    .at(0)?.place;

function PlaceLink({ place }: { place: Place }) {
  const { t } = useTexts();
  const name = t(place.text);
  const here = useLocation({ select: ({ pathname }) => placeOf(pathname) === place });
  return (
    <Tooltip label={name} position="right" openDelay={300}>
      <Link
        to={place.to}
        className={c.railButton}
        activeOptions={{ exact: true }}
        data-active={here || undefined}
        aria-current={here ? 'page' : undefined}
        aria-label={name}
      >
        <place.icon size={21} stroke={1.7} aria-hidden />
      </Link>
    </Tooltip>
  );
}

/** The petrol rail: places that the person may go to, search, notices, the person. */
export function Rail() {
  const { t } = useTexts();
  const { rights } = useMe();
  const { openPalette } = useShell();
  return (
    <nav className={c.rail} aria-label={t('desk.rail.label')}>
      <span className={c.mark} aria-hidden />
      {places
        .filter((place) => rights.includes(place.right))
        .map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      <span className={c.grow} />
      <Tooltip label={t('desk.palette.title')} position="right" openDelay={300}>
        <button type="button" className={c.railButton} aria-label={t('desk.palette.open')} onClick={openPalette}>
          <IconSearch size={21} stroke={1.7} aria-hidden />
        </button>
      </Tooltip>
      <NoticeBell />
      <UserMenu />
    </nav>
  );
}
