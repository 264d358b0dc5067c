import { Link, type LinkProps } from '@tanstack/react-router';
import { useMe } from '../data/session';
import tabs from '../reports/tabs.module.css';
import { useTabInView } from '../shell/use-tab-in-view';
import { useTexts, type TextKey } from '../texts';

interface Tab {
  to: NonNullable<LinkProps['to']>;
  /** Who has any of them sees the tab. */
  rights: string[];
  text: TextKey;
}

/** The pages of changes beside each other, in the order in which a change meets them. */
const pages: Tab[] = [
  { to: '/desk/changes', rights: ['change.read'], text: 'changes.tab.list' },
  { to: '/desk/calendar', rights: ['change.calendar'], text: 'changes.tab.calendar' },
  { to: '/desk/approvals', rights: ['approval.decide'], text: 'approvals.title' },
  { to: '/desk/meetings', rights: ['meeting.read'], text: 'meetings.title' },
  { to: '/desk/change-templates', rights: ['change.read'], text: 'templates.tab' },
  { to: '/desk/announcements', rights: ['change.read'], text: 'announce.tab' },
];

/** The head of every page of changes: one place, several views of it. */
export function ChangeTabs() {
  const { t } = useTexts();
  const nav = useTabInView();
  const { rights } = useMe();
  const mine = pages.filter((page) => page.rights.some((right) => rights.includes(right)));
  return (
    <nav ref={nav} className={tabs.tabs} aria-label={t('changes.tabs')}>
      {mine.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          className={tabs.tab}
          activeProps={{ 'aria-current': 'page' } as object}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
