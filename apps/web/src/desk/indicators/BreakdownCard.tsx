import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { BreakdownRow } from '../data/types';
import { useFormat } from '../format';
import { floorOf, IntervalBar } from '../reports/IntervalBar';
import { monthName } from '../reports/months';
import reportsCss from '../reports/reports.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { StatusMark } from '../reports/StatusMark';
import tableCss from '../reports/table.module.css';
import { useTexts } from '../texts';
import type { Indicator } from './indicator-queries';
import { type IndicatorSearch, isOfChanges, type Layout, layouts } from './indicator-search';
import c from './indicators.module.css';
import { useValueWords } from './use-value-words';

/** How a key of a layout is called: days and months are written here, other names come from the server. */
export function useKeyName(): (by: Layout, row: { key: string | null; name: string }) => string {
  const texts = useTexts();
  const { weekdayTime } = useFormat();
  return (by, { key, name }) => {
    if (by === 'month') return monthName(name, texts);
    // Noon, so that the day is the same one in Riga.
    return by === 'day' && key ? weekdayTime(`${key}T10:00:00Z`).replace(/\s\d+:\d+$/, '') : name;
  };
}

interface Props {
  indicator: Indicator;
  by: Layout;
  search: IndicatorSearch;
  onBy: (by: Layout) => void;
}

function Row({ row, name, indicator, search, by, floor }: { row: BreakdownRow; name: string; floor: number } & Omit<Props, 'onBy'>) {
  const { t } = useTexts();
  const words = useValueWords()(row, indicator);
  const open = row.display !== 'hidden' && row.display !== 'none';
  const target = by === 'kind' && row.status === null ? null : indicator.target;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={tableCss.nowrap}>
        {open ? (
          <Link
            to="/reports/indicators"
            search={{ ...search, by, rows: row.key ?? '', name }}
            replace
            resetScroll={false}
            aria-label={`${words.main}. ${t('indicators.rowsOf', { name })}`}
          >
            {words.main}
          </Link>
        ) : (
          <span className={reportsCss.dim}>{words.main}</span>
        )}{' '}
        <StatusMark status={row.status} brief />
      </td>
      <td>
        <div className={c.cellEvidence}>
          {indicator.unit === 'percent' && <IntervalBar figure={row} target={target} width={132} floor={floor} />}
          <small>{words.beside.join(' · ')}</small>
        </div>
      </td>
    </tr>
  );
}

/** The indicator by institution, service, group, priority, day or month; each value opens its rows. */
export function BreakdownCard({ indicator, by, search, onBy }: Props) {
  const { t } = useTexts();
  const id = useId();
  const keyName = useKeyName();
  const offered = layouts.filter((one) => indicator.layouts.some((known) => known === one));
  const label = (one: Layout): string =>
    t(one === 'kind' && isOfChanges(indicator.code) ? 'indicators.by.changeKind' : `indicators.by.${one}`);
  const floor = indicator.better === 'lower' ? 0 : floorOf(indicator.rows, indicator.target);
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('indicators.by')}</h2>
        </div>
        <div className={c.tools}>
          <SaveMenu href={(format) => `/api/v1/kpis/${indicator.code}/export?period=${indicator.period}&by=${by}&format=${format}`} />
          <NativeSelect
            className={reportsCss.noPrint ?? ''}
            aria-label={t('indicators.by')}
            value={by}
            onChange={(event) => onBy(offered.find((one) => one === event.currentTarget.value) ?? 'institution')}
            data={offered.map((one) => ({ value: one, label: label(one) }))}
          />
        </div>
      </header>
      {indicator.rows.length === 0 ? (
        <p className={reportsCss.nothing}>{t('indicators.none')}</p>
      ) : (
        <div className={tableCss.tableScroll}>
          <table className={`${tableCss.table} ${c.breakdown} num`}>
            <caption className="vh">
              {indicator.name}: {label(by)}
            </caption>
            <thead>
              <tr>
                <th scope="col">{label(by)}</th>
                <th scope="col">{t('indicators.value')}</th>
                <th scope="col">{t('indicators.evidence')}</th>
              </tr>
            </thead>
            <tbody>
              {indicator.rows.map((row) => (
                <Row key={row.key ?? ''} row={row} name={keyName(by, row)} indicator={indicator} search={search} by={by} floor={floor} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
