import { useMemo } from 'react';
import { timeOfDay } from '../../shared/format/dates';
import { inRiga } from '../../shared/format/riga-time';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { CalendarChange, CalendarFreeze } from './calendar-queries';

/** How a change is drawn: by its state, an emergency and a standard change by their kind. */
export type Look = 'scheduled' | 'waiting' | 'emergency' | 'standard' | 'done' | 'wished';

export function lookOf({ kind, state }: Pick<CalendarChange, 'kind' | 'state'>): Look {
  if (state === 'draft' || state === 'assessing') return 'wished';
  if (state === 'review' || state === 'closed') return 'done';
  if (kind === 'emergency') return 'emergency';
  if (state === 'awaiting_authorisation') return 'waiting';
  return kind === 'standard' ? 'standard' : 'scheduled';
}

/** `CHG-2026-000418` as it fits into a cell: `CHG-418`. */
export const shortNumber = (number: string): string => number.replace(/-\d{4}-0*/, '-');

const HOUR_MS = 3_600_000;

/** How windows are written in the calendar. */
export function useCalendarWords() {
  const { t } = useTexts();
  const { weekdayTime, dateTime } = useFormat();
  return useMemo(() => {
    const short = ({ from, to }: { from: string; to: string }): boolean =>
      inRiga(from).date === inRiga(to).date || Date.parse(to) - Date.parse(from) < 12 * HOUR_MS;
    const range = (window: { from: string; to: string }): string =>
      short(window)
        ? `${weekdayTime(window.from)}–${timeOfDay(window.to)}`
        : t('chcal.fromTo', { from: weekdayTime(window.from), to: weekdayTime(window.to) });
    return {
      /** `20:00–23:00` */
      times: ({ from, to }: { from: string; to: string }): string => `${timeOfDay(from)}–${timeOfDay(to)}`,
      /** `C 26.11. 20:00–23:00`, over several days with both days. */
      range,
      freeze: ({ from, to, reason, service, institution }: CalendarFreeze): string => {
        const whom = service ?? institution;
        const text = t('chcal.freezeText', { from: dateTime(from), to: dateTime(to), reason });
        return whom ? `${text} (${whom.name})` : text;
      },
    };
  }, [t, weekdayTime, dateTime]);
}
