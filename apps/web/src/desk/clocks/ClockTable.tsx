import { Fragment } from 'react';
import type { ClockExplanation } from '../data/types';
import { useFormat, type Format } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import { changesOf, type PlanChange } from './changes';
import { stretchesOf, type Stretch } from './clock-scale';
import c from './table.module.css';
import clocksCss from './clocks.module.css';
import pictureCss from './picture.module.css';
import { useReasonWords } from './reason-words';

type Row = Omit<Stretch, 'x' | 'width'>;

function fromTo({ from, to }: Row, format: Format): string {
  const sameDay = format.dayMonth(from) === format.dayMonth(to);
  return `${format.weekdayTime(from)}${sameDay ? `–${format.timeOfDay(to)}` : ` – ${format.weekdayTime(to)}`}`;
}

function StretchRow({ row, sum }: { row: Row; sum: number }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <tr data-uncounted={!row.counted || undefined} data-ahead={row.look === 'ahead' || undefined}>
      <td className={c.fromTo}>{fromTo(row, format)}</td>
      <td>
        <i className={pictureCss.swatch} data-look={row.look} aria-hidden />
        <span className={c.what}>{row.look === 'ahead' ? t('clock.aheadRow') : row.label}</span>
      </td>
      <td className={c.right}>{row.counted ? '' : format.hoursMinutes(row.seconds)}</td>
      <td className={c.right}>{row.counted ? format.hoursMinutes(row.seconds) : ''}</td>
      <td className={c.right}>{row.counted ? <b>{format.hoursMinutes(sum)}</b> : ''}</td>
    </tr>
  );
}

function ChangeRow({ change }: { change: PlanChange }) {
  const { t } = useTexts();
  const { weekdayTime, duration } = useFormat();
  const words = useReasonWords();
  return (
    <tr data-event>
      <td className={c.fromTo}>{weekdayTime(change.at)}</td>
      <td colSpan={4}>
        {t('clock.changeRow', { no: String(change.targetNo), target: duration(change.seconds), calendar: change.calendar })}
        {change.reason && ` · ${words(change.reason)}`}
      </td>
    </tr>
  );
}

/** The list behind the picture: what counted, what did not and why; it adds up to the minute both ways. */
export function ClockTable({ clock }: { clock: ClockExplanation }) {
  const { t } = useTexts();
  const { hoursMinutes, weekdayTime } = useFormat();
  const now = useNow();
  const rows = stretchesOf(clock, now, '').filter((row) => row.look !== 'late');
  const changes = changesOf(clock);
  const sums = rows.map((_row, index) => rows.slice(0, index + 1).reduce((all, one) => all + (one.counted ? one.seconds : 0), 0));
  const counted = sums.at(-1) ?? 0;
  const uncounted = rows.reduce((all, row) => all + (row.counted ? 0 : row.seconds), 0);
  return (
    <section className={clocksCss.card}>
      <div className={c.tableScroll} tabIndex={0} role="region" aria-label={t('clock.table')}>
        <table className={`${c.table} num`}>
          <caption className="vh">{t('clock.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('clock.column.fromTo')}</th>
              <th scope="col">{t('clock.column.what')}</th>
              <th scope="col" className={c.right}>
                {t('clock.column.uncounted')}
              </th>
              <th scope="col" className={c.right}>
                {t('clock.column.counted')}
              </th>
              <th scope="col" className={c.right}>
                {t('clock.column.sum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Fragment key={row.from}>
                {changes
                  .filter((change) => Date.parse(change.at) >= row.from && Date.parse(change.at) < row.to)
                  .map((change) => (
                    <ChangeRow key={change.targetNo} change={change} />
                  ))}
                <StretchRow row={row} sum={sums[index] ?? 0} />
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>
                {t('clock.total', {
                  from: weekdayTime(clock.startedAt),
                  to: t(clock.state === 'stopped' ? 'clock.toStop' : 'clock.toDue'),
                })}
              </td>
              <td className={c.right}>{hoursMinutes(uncounted)}</td>
              <td className={c.right}>{hoursMinutes(counted)}</td>
              <td className={c.right}>{hoursMinutes(counted + uncounted)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}
