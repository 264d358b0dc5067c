import { IconArrowRight } from '@tabler/icons-react';
import type { ClockExplanation } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { changesOf, type Candidates, type PlanChange } from './changes';
import c from './clocks.module.css';
import promisesCss from './promises.module.css';
import { useReasonWords } from './reason-words';

const kinds = ['retro', 'fresh', 'old'] as const;

function CandidateList({ candidates, after }: { candidates: Candidates; after: string | null }) {
  const { t } = useTexts();
  const { weekdayTime } = useFormat();
  const sorted = [...kinds].sort((a, b) => candidates[a].localeCompare(candidates[b]));
  const chosen = kinds.find((kind) => kind === candidates.winner) ?? sorted.find((kind) => candidates[kind] === after);
  return (
    <>
      <p className={c.dim}>{t('clock.middle')}</p>
      <ul>
        {sorted.map((kind) => (
          <li key={kind} data-chosen={kind === chosen || undefined}>
            <span>{t(`clock.candidate.${kind}`)}</span>
            <b className="num">{weekdayTime(candidates[kind])}</b>
            {kind === chosen && <small>{t('clock.chosen')}</small>}
          </li>
        ))}
      </ul>
      {candidates.winner === 'remembered' && <p>{t('clock.remembered')}</p>}
    </>
  );
}

function Change({ change }: { change: PlanChange }) {
  const { t } = useTexts();
  const { weekdayTime, dateTime } = useFormat();
  const words = useReasonWords();
  const reason = change.reason ? words(change.reason) : '–';
  return (
    <li className={promisesCss.replan}>
      {change.candidates && <CandidateList candidates={change.candidates} after={change.after} />}
      <p className={promisesCss.fromDue}>
        {change.before && <del className="num">{weekdayTime(change.before)}</del>}
        <IconArrowRight size={15} aria-hidden />
        <b className="num">{change.after ? weekdayTime(change.after) : '–'}</b>
      </p>
      <p>{t(change.actor ? 'clock.changedBy' : 'clock.changedAt', { who: change.actor ?? '', at: dateTime(change.at), reason })}</p>
    </li>
  );
}

/** The promise in words, and every change of it: three dates, the middle one chosen, by whom and why. */
export function Promises({ clock }: { clock: ClockExplanation }) {
  const { t } = useTexts();
  const { timeOfDay, duration, weekdayTime } = useFormat();
  const changes = changesOf(clock);
  const first = clock.promises.find((promise) => promise.targetNo === 1);
  return (
    <section className={`${c.card} ${promisesCss.promises}`}>
      <h2>{clock.dueAt ? t('clock.why', { time: timeOfDay(clock.dueAt) }) : t('clock.whyPaused')}</h2>
      <p>{clock.sentence}</p>
      <dl>
        {clock.policy && (
          <div>
            <dt>{t('clock.policy')}</dt>
            <dd>{t('clock.policyVersion', { name: clock.policy.name, version: String(clock.policy.version) })}</dd>
          </div>
        )}
        {first && (
          <div>
            <dt>{t('clock.firstPromise')}</dt>
            <dd className="num">
              {t('clock.promise', { target: duration(first.seconds), calendar: first.calendar.name, due: weekdayTime(first.deadline) })}
            </dd>
          </div>
        )}
      </dl>
      {changes.length > 0 && (
        <ol>
          {changes.map((change) => (
            <Change key={change.targetNo} change={change} />
          ))}
        </ol>
      )}
    </section>
  );
}
