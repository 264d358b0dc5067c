import { StatusMark } from '../reports/StatusMark';
import { useTexts } from '../texts';
import type { Scorecard } from './scorecard-queries';
import c from './scorecard.module.css';

/** How many indicators stand how, and what that means in three sentences. */
export function Summary({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTexts();
  const { counts, conclusion } = scorecard;
  const tiles = [
    ['safely_reached', counts.safelyReached],
    ['reached', counts.reached],
    ['not_reached_within_error', counts.notReachedWithinError],
    ['not_reached', counts.notReached],
  ] as const;
  return (
    <div className={c.summary}>
      <ul className="num">
        {tiles.map(([status, count]) => (
          <li key={status}>
            <b>{count}</b>
            <StatusMark status={status} />
          </li>
        ))}
        <li>
          <b>{counts.open}</b>
          <span className={c.open}>{t('scorecard.open')}</span>
        </li>
      </ul>
      <p>{conclusion.join(' ')}</p>
    </div>
  );
}
