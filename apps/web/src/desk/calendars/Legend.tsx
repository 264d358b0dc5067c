import { useTexts } from '../texts';
import type { Day, DayKind } from './calendar-types';
import c from './year.module.css';

const kinds: DayKind[] = ['holiday', 'moved_day_off', 'moved_working_day', 'shortened', 'one_off'];

/** What the shapes mean, and how many of each the year has. */
export function Legend({ days, changed }: { days: readonly Day[]; changed: number }) {
  const { t } = useTexts();
  const countOf = (kind: DayKind): number => days.filter((day) => day.kind === kind).length;
  return (
    <ul className={c.legend} aria-label={t('cal.legend')}>
      {kinds
        .filter((kind) => countOf(kind) > 0)
        .map((kind) => (
          <li key={kind}>
            <i className={c.day} data-kind={kind} data-short={kind === 'shortened' || undefined} aria-hidden>
              {kind === 'moved_day_off' ? 2 : ''}
            </i>
            {t(`cal.kind.${kind}`)} <span className="num">{countOf(kind)}</span>
          </li>
        ))}
      <li>
        <i className={c.day} data-today aria-hidden />
        {t('cal.today')}
      </li>
      {changed > 0 && (
        <li>
          <i className={c.day} data-changed aria-hidden />
          {t('cal.changed')} <span className="num">{changed}</span>
        </li>
      )}
    </ul>
  );
}
