import { useFormat } from '../format';
import { useTexts } from '../texts';
import type { Answer } from './calendar-types';
import { noon, plainTime } from './day-words';
import c from './try.module.css';
import { inZone } from './zone-time';

type Part = Answer['intervals'][number];

/** More than that nobody reads; the sum stays whole. */
const SHOWN = 200;
const MS = 1000;
const secondsOf = ({ from, to }: Part): number => (Date.parse(to) - Date.parse(from)) / MS;

/** The answer as a large sentence, and below it each stretch with its reason, adding up. */
export function TryAnswer({ answer, operation, zone }: { answer: Answer; operation: 'add' | 'elapsed' | 'next'; zone: string }) {
  const { t } = useTexts();
  const { dayMonth, date, duration, hoursMinutes } = useFormat();
  const end = inZone(answer.result, zone);
  const result =
    operation === 'elapsed'
      ? duration(answer.seconds)
      : `${t(`weekday.name.${end.weekday}`)}, ${date(noon(end.date))} ${plainTime(end.time)}`;
  const moment = (at: string): string => {
    const { date: day, time, weekday } = inZone(at, zone);
    return `${t(`weekday.short.${weekday}`)} ${dayMonth(noon(day))} ${plainTime(time)}`;
  };
  const until = ({ from, to }: Part): string => {
    const [a, b] = [inZone(from, zone), inZone(to, zone)];
    return a.date === b.date ? plainTime(b.time) : moment(to);
  };
  return (
    <div className={c.answer} role="status">
      <p>{t(`cal.answer.${operation}`)}</p>
      <strong className="num">{result}</strong>
      {answer.intervals.length > 0 && (
        <table>
          <caption>{t('cal.stretches')}</caption>
          <tbody>
            {answer.intervals.slice(0, SHOWN).map((part) => (
              <tr key={part.from} data-counted={part.counted || undefined}>
                <td className="num">
                  {moment(part.from)}–{until(part)}
                </td>
                <td>
                  {t(`cal.reason.${part.reason}`)}
                  {part.name ? ` · ${part.name}` : ''}
                </td>
                <td className="num">{part.counted ? hoursMinutes(secondsOf(part)) : '–'}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('cal.sum')}
              </th>
              <td className="num">{hoursMinutes(answer.seconds)}</td>
            </tr>
          </tfoot>
        </table>
      )}
      {answer.intervals.length > SHOWN && <p>{t('cal.moreStretches', { count: answer.intervals.length - SHOWN })}</p>}
    </div>
  );
}
