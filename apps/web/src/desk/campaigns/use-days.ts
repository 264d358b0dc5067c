import { useFormat } from '../format';

/** Writes dates that came as `YYYY-MM-DD`. Noon in UTC is on the same date in Latvia. */
export function useDays(): { day: (date: string) => string; short: (date: string) => string } {
  const { date, dayMonth } = useFormat();
  return { day: (text) => date(`${text}T12:00:00Z`), short: (text) => dayMonth(`${text}T12:00:00Z`) };
}
