import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { Weekday } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './heat.module.css';
import { digitsOf, levelOf, type WeekHour } from './load-figures';
import { type LoadSearch, type View, views, withoutRows } from './load-search';

const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const LEVELS = [1, 2, 3, 4, 5];

interface Props {
  cells: WeekHour[];
  view: View;
  /** Without it only what came and went is shown. */
  withDuty: boolean;
  search: LoadSearch;
  conclusion: string;
  onView: (view: View) => void;
}

function Cell({ cell, most, search, view }: { cell: WeekHour; most: number } & Pick<Props, 'search' | 'view'>) {
  const { t } = useTexts();
  const { number } = useFormat();
  const { weekday, hour, value, count, hours } = cell;
  if (value === null || hours === 0) return <td data-level="0" />;
  const said = t(`load.cell.${view}`, {
    day: t(`weekday.name.${weekday}`),
    ...{ from: hour, to: hour + 1, mean: number(value, digitsOf(most)), count: number(count), hours: number(hours) },
  });
  if (count === 0)
    return (
      <td data-level="0" title={said}>
        <span className="vh">0</span>
      </td>
    );
  return (
    <td data-level={levelOf(value, most)}>
      <Link
        to="/reports/load"
        search={{ ...withoutRows(search), rows: view === 'resolved' ? 'resolved' : 'arrived', weekday, hour }}
        replace
        resetScroll={false}
        title={said}
        aria-label={said}
      >
        {number(value, digitsOf(most))}
      </Link>
    </td>
  );
}

/** The hours of the week as a table: weekdays down and hours across, on a phone the other way round. */
export function HeatMap({ cells, view, withDuty, search, conclusion, onView }: Props) {
  const { t } = useTexts();
  const { number } = useFormat();
  const id = useId();
  const narrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false });
  const most = Math.max(0, ...cells.map(({ value }) => value ?? 0));
  const at = (weekday: number, hour: number): WeekHour => cells[(weekday - 1) * HOURS.length + hour]!;
  const cell = (weekday: number, hour: number) => (
    <Cell key={`${weekday} ${hour}`} cell={at(weekday, hour)} most={most} search={search} view={view} />
  );
  const shown = views.filter((one) => one !== 'perPerson' || withDuty);
  return (
    <section className={`${reportsCss.card} ${c.card}`} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('load.heat')}</h2>
          <p>{conclusion}</p>
        </div>
        <SegmentedControl
          aria-label={t('load.heatShows')}
          className={reportsCss.noPrint ?? ''}
          value={view}
          onChange={(next) => onView(shown.find((one) => one === next) ?? 'arrived')}
          data={shown.map((one) => ({ value: one, label: t(`load.view.${one}`) }))}
        />
      </header>
      <table className={`${c.heat} num`} data-narrow={narrow || undefined}>
        <caption className="vh">{t(`load.heatCaption.${view}`)}</caption>
        <thead>
          <tr>
            <td />
            {(narrow ? WEEKDAYS : HOURS).map((key) => (
              <th
                key={key}
                scope="col"
                aria-label={narrow ? t(`weekday.name.${key as Weekday}`) : t('load.hourName', { from: key, to: key + 1 })}
              >
                {narrow ? t(`weekday.short.${key as Weekday}`) : key}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {narrow
            ? HOURS.map((hour) => (
                <tr key={hour}>
                  <th scope="row">{t('load.hourName', { from: hour, to: hour + 1 })}</th>
                  {WEEKDAYS.map((weekday) => cell(weekday, hour))}
                </tr>
              ))
            : WEEKDAYS.map((weekday) => (
                <tr key={weekday}>
                  <th scope="row">{t(`weekday.name.${weekday}`)}</th>
                  {HOURS.map((hour) => cell(weekday, hour))}
                </tr>
              ))}
        </tbody>
      </table>
      <p className={`${c.scale} num`}>
        <span>{t(`load.scale.${view}`)}</span>
        <span>0</span>
        {LEVELS.map((level) => (
          <i key={level} data-level={level} aria-hidden />
        ))}
        <span>{number(most, digitsOf(most))}</span>
      </p>
    </section>
  );
}
