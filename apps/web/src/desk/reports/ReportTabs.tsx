import { Link, useLocation } from '@tanstack/react-router';
import { useRight } from '../data/session';
import { useTabInView } from '../shell/use-tab-in-view';
import { useTexts } from '../texts';
import c from './tabs.module.css';

/** The pages of the registers, which share one tab. */
const REGISTERS = /^\/reports\/(recommendations|controls|equipment)/;

/** The reports beside each other; the month goes along. */
export function ReportTabs({ month }: { month?: string | undefined }) {
  const { t } = useTexts();
  const simulates = useRight('sla.simulate');
  const surveys = useRight('survey.results');
  const scorecard = useRight('scorecard.read');
  const recommendations = useRight('recommendation.read');
  const controls = useRight('control.read');
  const nav = useTabInView();
  const { pathname } = useLocation();
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
      <Link to="/reports/load" {...tab}>
        {t('tabs.load')}
      </Link>
      {scorecard && (
        <Link to="/reports/scorecard" {...tab}>
          {t('tabs.scorecard')}
        </Link>
      )}
      {surveys && (
        <Link to="/reports/surveys" {...tab} activeOptions={{ exact: false }}>
          {t('tabs.surveys')}
        </Link>
      )}
      {(recommendations || controls) && (
        <Link
          to={recommendations ? '/reports/recommendations' : '/reports/controls'}
          {...tab}
          activeOptions={{ exact: false, includeSearch: false }}
          {...(REGISTERS.test(pathname) ? { 'aria-current': 'page' } : {})}
        >
          {t('registers.tabs')}
        </Link>
      )}
      {simulates && (
        <Link to="/reports/what-if" {...tab}>
          {t('tabs.whatIf')}
        </Link>
      )}
      <Link to="/reports/library" {...tab} activeOptions={{ exact: false }}>
        {t('tabs.library')}
      </Link>
    </nav>
  );
}
