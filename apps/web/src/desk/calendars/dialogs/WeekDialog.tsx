import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { type CalendarDetail, type Content, WEEKDAYS, type Week } from '../calendar-types';
import { weekdayNumber } from '../day-words';
import c from '../panels.module.css';
import { useSaveDraft } from '../use-draft-changes';
import { EditDialog } from './EditDialog';
import { WindowsField } from './WindowsField';

/** The week's pattern: windows of each day, several a day where there is a break. */
export function WeekDialog({ calendar, content, onClose }: { calendar: CalendarDetail; content: Content; onClose: () => void }) {
  const { t } = useTexts();
  const [week, setWeek] = useState<Week>(content.weekly as Week);
  const save = useSaveDraft(calendar);
  const copyMonday = (): void => setWeek({ ...week, tue: week.mon, wed: week.mon, thu: week.mon, fri: week.mon });
  return (
    <EditDialog
      title={t('cal.week')}
      submit={t('cal.save')}
      size={620}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate({ change: { weekly: week as never }, done: 'cal.saved' }, { onSuccess: onClose })}
      onClose={onClose}
      other={
        <Button mr="auto" variant="subtle" leftSection={<IconCopy size={15} aria-hidden />} onClick={copyMonday}>
          {t('cal.copyMonday')}
        </Button>
      }
    >
      <div className={c.weekFields}>
        {WEEKDAYS.map((day) => {
          const name = t(`weekday.name.${weekdayNumber(day)}`);
          return (
            <div key={day}>
              <b>{name}</b>
              <WindowsField label={name} windows={week[day]} onChange={(windows) => setWeek({ ...week, [day]: windows })} />
            </div>
          );
        })}
      </div>
    </EditDialog>
  );
}
