import { useFormat } from '../format';
import { extraOf } from '../reports/ratings';
import { useTexts } from '../texts';
import type { Summary } from './indicator-queries';

/** KPI-01 is measured once a year: a year without a figure yet shows the latest one before it, under its own year and without a status. */
export function latestMeasured(item: Summary): Summary {
  const point = item.overall.display === 'none' ? item.trend.findLast(({ figure }) => figure.display !== 'none') : undefined;
  return point ? { ...item, period: point.period, overall: { ...point.figure, status: null }, byUsers: null } : item;
}

/** What stands beside KPI-01: the year, the other headline, how many of the clients answered, and where an earlier value comes from. */
export function useSurveyWords(): (item: Summary) => string[] {
  const { t } = useTexts();
  const { percent, number } = useFormat();
  return ({ code, period, overall, byUsers, source }) => {
    if (code !== 'KPI-01' || overall.display === 'none') return [];
    const [institutions, clients] = [extraOf(overall, 'institutions'), extraOf(overall, 'clients')];
    return [
      t('indicators.measured.year', { year: period }),
      ...(byUsers?.value == null ? [] : [t('satisfaction.byUsers', { figure: percent(byUsers.value) })]),
      ...(institutions === null || clients === null
        ? []
        : [t('indicators.measured.coverage', { count: clients, answered: number(institutions), n: number(clients) })]),
      ...(source === null ? [] : [t('satisfaction.source', { source })]),
    ];
  };
}
