import { Link, type LinkProps } from '@tanstack/react-router';
import tabs from '../reports/tabs.module.css';
import { useTabInView } from '../shell/use-tab-in-view';
import { useTexts, type TextKey } from '../texts';

/** The pages of processes beside each other. Each of them needs `process.read`. */
const pages: { to: NonNullable<LinkProps['to']>; text: TextKey }[] = [
  { to: '/reports/processes', text: 'processes.tab.board' },
  { to: '/reports/mining', text: 'processes.tab.flow' },
];

/** The head of every page of processes: what is implemented, and what really happens. */
export function ProcessTabs() {
  const { t } = useTexts();
  const nav = useTabInView();
  return (
    <nav ref={nav} className={tabs.tabs} aria-label={t('processes.tabs')}>
      {pages.map(({ to, text }) => (
        <Link
          key={to}
          to={to}
          className={tabs.tab}
          activeProps={{ 'aria-current': 'page' } as object}
          activeOptions={{ exact: false, includeSearch: false }}
        >
          {t(text)}
        </Link>
      ))}
    </nav>
  );
}
