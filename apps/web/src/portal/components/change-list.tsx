import type { ChangeSummary } from '../../shared/api/api-types';
import { ago } from '../../shared/format/dates';
import { onWhen } from '../../shared/format/wording';
import { useNow } from '../data/use-now';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import { ChangePill } from './change-pill';
import css from './ticket-list.module.css';

/** Own wishes as two-line rows: what, where it stands, when it happens. */
export function ChangeList({ changes }: { changes: ChangeSummary[] }) {
  const texts = useTexts();
  const now = useNow();
  return (
    <ul className={css.list}>
      {changes.map(({ id, number, title, state, window, updatedAt }) => (
        <li key={id}>
          <Link className={css.row} to={`/changes/${number}`}>
            <span className={css.text}>
              <span className={css.title}>{title}</span>
              <span className={css.facts}>
                {number} ·{' '}
                {state === 'scheduled' && window
                  ? onWhen(texts, window.from, now)
                  : texts.t('list.updated', { ago: ago(updatedAt, now, texts.locale) })}
              </span>
            </span>
            <ChangePill state={state} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
