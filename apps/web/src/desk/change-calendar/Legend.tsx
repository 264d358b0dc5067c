import { useTexts } from '../texts';
import type { ChangeCalendar } from './calendar-queries';
import chip from './chip.module.css';
import lanes from './lanes.module.css';
import c from './panels.module.css';
import { lookOf, type Look } from './use-calendar-words';

const looks: Look[] = ['scheduled', 'waiting', 'emergency', 'standard', 'done', 'wished'];

/** What the marks of the calendar mean; of changes those that are shown. */
export function Legend({ calendar }: { calendar: ChangeCalendar }) {
  const { t } = useTexts();
  const shown = new Set(calendar.changes.map(lookOf));
  return (
    <section className={c.legend} aria-label={t('chcal.legend')}>
      <h2>{t('chcal.legend')}</h2>
      <ul>
        {looks
          .filter((look) => shown.has(look))
          .map((look) => (
            <li key={look}>
              <i className={`${chip.chip} ${c.swatch}`} data-look={look} aria-hidden /> {t(`chcal.look.${look}`)}
            </li>
          ))}
        {calendar.maintenance.length > 0 && (
          <li>
            <i className={`${lanes.cell} ${c.swatch}`} data-maintained aria-hidden /> {t('chcal.maintenance')}
          </li>
        )}
        {calendar.freezes.length > 0 && (
          <li>
            <i className={`${c.swatch} ${c.freeze}`} aria-hidden /> {t('chcal.freeze')}
          </li>
        )}
        {calendar.daysOff.some(({ kind }) => kind !== 'weekend') && (
          <li>
            <i className={`${lanes.cell} ${c.swatch}`} data-off="holiday" aria-hidden /> {t('chcal.holiday')}
          </li>
        )}
      </ul>
    </section>
  );
}
