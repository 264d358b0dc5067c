import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useRight } from '../data/session';
import { useTexts } from '../texts';
import c from './tabs.module.css';

/** The reports beside each other; the month goes along. */
export function ReportTabs({ month }: { month?: string | undefined }) {
  const { t } = useTexts();
  const simulates = useRight('sla.simulate');
  const surveys = useRight('survey.results');
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the tab of this page may lie beyond the edge.
  useEffect(() => {
    // In braces: browsers have begun to answer a promise, which would be taken for the effect's end.
    void nav.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  const search = month ? { month } : {};
  const tab = { className: c.tab, activeProps: { 'aria-current': 'page' } as object, activeOptions: { exact: true, includeSearch: false } };
  return (
    <nav ref={nav} className={c.tabs} aria-label={t('tabs.label')}>
      <Link to="/reports" search={search} {...tab}>
        {t('tabs.overview')}
      </Link>
      <Link to="/reports/satisfaction" search={search} {...tab}>
        {t('tabs.satisfaction')}
      </Link>
      <Link to="/reports/compliance" search={search} {...tab}>
        {t('tabs.compliance')}
      </Link>
      <Link to="/reports/indicators" search={month ? { period: month } : {}} {...tab}>
        {t('tabs.indicators')}
      </Link>
      {surveys && (
        <Link to="/reports/surveys" {...tab} activeOptions={{ exact: false }}>
          {t('tabs.surveys')}
        </Link>
      )}
      {simulates && (
        <Link to="/reports/what-if" {...tab}>
          {t('tabs.whatIf')}
        </Link>
      )}
    </nav>
  );
}
