import { useCallback, useMemo } from 'react';
import { useFormat } from '../format';
import { monthAxis, percentLabel, tooltip } from '../reports/chart-style';
import type { Draw } from '../reports/Chart';
import { ChartCard } from '../reports/ChartCard';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { countAxis } from './DaysCard';
import { dayHours } from './load-figures';
import type { Duty } from './load-queries';
import c from './load.module.css';

/** How many percentage points an hour's part of the load must exceed its part of the work to be told. */
const TOLD_FROM = 2;

function useConclusion(duty: Duty): string {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const short = dayHours(duty).reduce((most, hour) => (hour.load - hour.work > most.load - most.work ? hour : most));
  return [
    t('load.dutyPeople', { count: duty.people, n: number(duty.people) }),
    duty.arrived > 0 &&
      t('load.dutyUnattended', { percent: percent((100 * duty.unattended) / duty.arrived, 0), n: number(duty.unattended) }),
    duty.arrived > 0 &&
      short.load - short.work >= TOLD_FROM &&
      t('load.dutyShort', { from: short.hour, to: short.hour + 1, load: percent(short.load, 0), work: percent(short.work, 0) }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Which part of a working day's load and of its work falls into each hour. */
export function DutyCard({ duty }: { duty: Duty }) {
  const { t } = useTexts();
  const { number, percent } = useFormat();
  const hours = useMemo(() => dayHours(duty), [duty]);
  const draw: Draw = useCallback(
    (token) => ({
      grid: { left: 40, right: 8, top: 12, bottom: 26 },
      tooltip: tooltip(token, (value) => (typeof value === 'number' ? percent(value, 1) : '–')),
      xAxis: monthAxis(
        token,
        hours.map(({ hour }) => String(hour)),
        true,
      ),
      yAxis: { ...countAxis(token), axisLabel: percentLabel(token, percent) },
      series: [
        {
          ...{ name: t('load.partOfLoad'), type: 'bar', data: hours.map(({ load }) => load), barMaxWidth: 22, barCategoryGap: '28%' },
          itemStyle: { color: token('--ch-1'), borderRadius: [2, 2, 0, 0] },
        },
        {
          ...{ name: t('load.partOfWork'), type: 'line', step: 'middle', data: hours.map(({ work }) => work), symbol: 'none' },
          ...{ lineStyle: { width: 2.5, color: token('--ch-2') }, itemStyle: { color: token('--ch-2') } },
        },
      ],
    }),
    [hours, percent, t],
  );
  return (
    <ChartCard
      title={t('load.duty')}
      conclusion={useConclusion(duty)}
      legend={
        <ul className={reportsCss.legend}>
          <li>
            <i className={c.arrived} aria-hidden />
            {t('load.partOfLoad')}
          </li>
          <li>
            <i className={reportsCss.lineTwo} aria-hidden />
            {t('load.partOfWork')}
          </li>
        </ul>
      }
      draw={draw}
      head={[t('load.hour'), t('load.arrived'), t('load.personHoursHead'), t('load.perPersonHour')]}
      rows={hours.map(({ hour, arrived, personHours }) => [
        t('load.hourName', { from: hour, to: hour + 1 }),
        ...[number(arrived), number(personHours, 1), personHours > 0 ? number(arrived / personHours, 2) : '–'],
      ])}
    />
  );
}
