import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { MonthPicker } from '../reports/MonthPicker';
import { currentMonth } from '../reports/months';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './indicators.module.css';

const FIRST_YEAR = 2000;

/** A month or a year. */
export function PeriodPicker({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const { t } = useTexts();
  const year = period.slice(0, 4);
  const whole = period.length === 4;
  const month = whole ? (year === currentMonth().slice(0, 4) ? currentMonth() : `${year}-12`) : period;
  return (
    <div className={`${c.period} ${reportsCss.noPrint}`}>
      <SegmentedControl
        aria-label={t('indicators.period')}
        value={whole ? 'year' : 'month'}
        onChange={(kind) => onChange(kind === 'year' ? year : month)}
        data={[
          { value: 'month', label: t('indicators.month') },
          { value: 'year', label: t('indicators.year') },
        ]}
      />
      {whole ? (
        <div className={c.year} role="group" aria-label={t('indicators.year')}>
          <ActionIcon
            size={36}
            variant="default"
            aria-label={t('indicators.earlierYear')}
            disabled={Number(year) <= FIRST_YEAR}
            onClick={() => onChange(String(Number(year) - 1))}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <b className="num">{year}</b>
          <ActionIcon
            size={36}
            variant="default"
            aria-label={t('indicators.laterYear')}
            disabled={year >= currentMonth().slice(0, 4)}
            onClick={() => onChange(String(Number(year) + 1))}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </div>
      ) : (
        <MonthPicker month={month} onChange={onChange} />
      )}
    </div>
  );
}
