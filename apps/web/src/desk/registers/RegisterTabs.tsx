import { Link } from '@tanstack/react-router';
import { useRight } from '../data/session';
import tabs from '../reports/tabs.module.css';
import { useTabInView } from '../shell/use-tab-in-view';
import { useTexts } from '../texts';

/** The registers beside each other, under the tab that they share. */
export function RegisterTabs() {
  const { t } = useTexts();
  const nav = useTabInView();
  const [recommendations, controls, equipment] = [useRight('recommendation.read'), useRight('control.read'), useRight('cmdb.read')];
  const tab = {
    className: tabs.tab,
    activeProps: { 'aria-current': 'page' } as object,
    activeOptions: { exact: false, includeSearch: false },
  };
  return (
    <nav ref={nav} className={tabs.tabs} aria-label={t('registers.tabs')}>
      {recommendations && (
        <Link to="/reports/recommendations" {...tab}>
          {t('registers.tab.recommendations')}
        </Link>
      )}
      {controls && (
        <Link to="/reports/controls" {...tab}>
          {t('registers.tab.controls')}
        </Link>
      )}
      {equipment && (
        <Link to="/reports/equipment" {...tab}>
          {t('registers.tab.equipment')}
        </Link>
      )}
    </nav>
  );
}
