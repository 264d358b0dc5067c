import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Month } from '../../shared/format/riga-time';
import { useTexts } from '../texts';
import { currentMonth, FIRST_YEAR, shifted } from './months';
import c from './reports.module.css';

const numbers: Month[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const two = (value: number): string => String(value).padStart(2, '0');

/** A month and a year, and the way to the neighbours. */
export function MonthPicker({ month, onChange }: { month: string; onChange: (month: string) => void }) {
  const { t } = useTexts();
  const [year = '', number = ''] = month.split('-');
  const last = Number(currentMonth().slice(0, 4));
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => String(last - index));
  return (
    <div className={`${c.months} ${c.noPrint}`} role="group" aria-label={t('reports.month')}>
      <ActionIcon size={36} variant="default" aria-label={t('reports.previousMonth')} onClick={() => onChange(shifted(month, -1))}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <NativeSelect
        aria-label={t('reports.month')}
        data={numbers.map((one) => ({ value: two(one), label: t(`month.name.${one}`) }))}
        value={number}
        onChange={(event) => onChange(`${year}-${event.currentTarget.value}`)}
      />
      <NativeSelect
        aria-label={t('reports.year')}
        data={years}
        value={year}
        onChange={(event) => onChange(`${event.currentTarget.value}-${number}`)}
      />
      <ActionIcon
        size={36}
        variant="default"
        aria-label={t('reports.nextMonth')}
        disabled={month >= currentMonth()}
        onClick={() => onChange(shifted(month, 1))}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
