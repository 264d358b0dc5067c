import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import panel from './panel.module.css';
import { type Scorecard, scorecardQueries } from './scorecard-queries';
import type { ScorecardSearch } from './scorecard-search';

interface Props {
  scorecard: Scorecard;
  go: (search: ScorecardSearch) => void;
  onRestate: () => void;
}

/** What was frozen of the card: who, when, and what a restatement replaced; each can be read as it was. */
export function Snapshots({ scorecard, go, onRestate }: Props) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const heading = useId();
  const { id, year, snapshot, abilities } = scorecard;
  const { data } = useQuery(scorecardQueries.snapshots(id));
  if (!data || data.items.length === 0) return null;
  return (
    <section className={`${reportsCss.card} ${reportsCss.noPrint}`} aria-labelledby={heading}>
      <header>
        <div>
          <h2 id={heading}>{t('scorecard.snapshots')}</h2>
          <p>{t('scorecard.snapshotsText')}</p>
        </div>
        {abilities.restate && (
          <Button variant="default" onClick={onRestate}>
            {t('scorecard.restateYear', { year: String(year) })}
          </Button>
        )}
      </header>
      <ul className={`${panel.list} num`}>
        {data.items.map((one) => (
          <li key={one.id}>
            <b>{one.year}</b>
            <div>
              <a
                href={`?card=${id}&year=${one.year}&snapshot=${one.number}`}
                aria-current={one.id === snapshot?.id ? 'true' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  go({ card: id, year: one.year, snapshot: one.number });
                }}
              >
                {t('scorecard.snapshot', { number: one.number })}
              </a>{' '}
              <span className={panel.dim}>
                {dateTime(one.frozenAt)} {one.frozenBy?.name ?? ''}
                {one.replaces !== null && ` · ${t('scorecard.replaces', { number: one.replaces, reason: one.reason ?? '' })}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
