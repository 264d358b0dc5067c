import { useMemo } from 'react';
import { date, dayMonth, dayTime, timeOfDay } from '../../shared/format/dates';
import { inRiga, millis } from '../../shared/format/riga-time';
import { weekdayTime } from '../format';
import { useTexts } from '../texts';
import type { ChangeWindow } from './types';

const sameDay = ({ from, to }: ChangeWindow): boolean => inRiga(from).date === inRiga(to).date;

/** How windows and outages are written. */
export function useWindowWords() {
  const texts = useTexts();
  return useMemo(() => {
    const { t, locale } = texts;
    const day = (at: string): string => `${t(`weekday.name.${inRiga(at).weekday}`)}, ${date(at, locale)}`;
    const end = (window: ChangeWindow): string => (sameDay(window) ? timeOfDay(window.to) : dayTime(window.to, locale));
    return {
      /** `otrdiena, 24.11.2026.` */
      day,
      /** `otrdiena, 24.11.2026. 20:00–23:00` */
      range: (window: ChangeWindow): string =>
        t('change.window.range', { day: day(window.from), from: timeOfDay(window.from), to: end(window) }),
      /** `O 24.11. 20:00–23:00` */
      shortRange: (window: ChangeWindow): string => `${weekdayTime(window.from, texts)}–${end(window)}`,
      /** `20:00–23:00` */
      times: (window: ChangeWindow): string => `${timeOfDay(window.from)}–${end(window)}`,
      /** A deadline: the day alone where it ends with the day, else `C 19.11. 18:00`. */
      due: (at: string): string => {
        const { hour, minute } = inRiga(at);
        if (hour !== 0 || minute !== 0) return weekdayTime(at, texts);
        const last = millis(at) - 1;
        return `${t(`weekday.short.${inRiga(last).weekday}`)} ${dayMonth(last, locale)}`;
      },
      outage: (minutes: number): string => (minutes > 0 ? t('changes.outage', { minutes: String(minutes) }) : t('changes.noOutage')),
    };
  }, [texts]);
}
