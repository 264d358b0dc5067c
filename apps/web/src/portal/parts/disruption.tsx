import { IconAlertTriangle, IconCalendarEvent, IconCircleCheck, IconUserCheck, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { Disruption } from '../../shared/api/api-types';
import { timeOfDay } from '../../shared/format/dates';
import { inRiga } from '../../shared/format/riga-time';
import { byWhen, onWhen } from '../../shared/format/wording';
import { Button } from '../components/button';
import { ProblemNotice } from '../components/notice';
import { doNotHaveThis, haveThisToo } from '../data/disruption-calls';
import { useNow } from '../data/use-now';
import { type PortalTexts, useTexts } from '../texts';
import css from './disruption.module.css';

type Told = Pick<Disruption, 'kind' | 'phase' | 'startsAt' | 'expectedEndAt' | 'endedAt'>;

/** When it is, in words. */
export function timeWords(texts: PortalTexts, { kind, phase, startsAt, expectedEndAt, endedAt }: Told, now: number): string {
  const { t } = texts;
  if (phase === 'after') return t('disruption.ended', { when: onWhen(texts, endedAt ?? expectedEndAt ?? startsAt, now) });
  const until = expectedEndAt && Date.parse(expectedEndAt) > now ? byWhen(texts, expectedEndAt, now) : null;
  const from = onWhen(texts, startsAt, now);
  if (phase === 'before' && expectedEndAt && inRiga(expectedEndAt).date === inRiga(startsAt).date)
    return t('disruption.plannedOneDay', { from, time: timeOfDay(expectedEndAt) });
  if (phase === 'before') return t(until ? 'disruption.planned' : 'disruption.plannedOpen', { from, until: until ?? '' });
  if (until) return t(kind === 'planned_work' ? 'disruption.workUntil' : 'disruption.runningUntil', { from, until });
  return t('disruption.running', { from });
}

const look = ({ kind, phase }: Disruption): { sign: Icon; tone: string } => {
  if (phase === 'after') return { sign: IconCircleCheck, tone: 'over' };
  return kind === 'planned_work'
    ? { sign: IconCalendarEvent, tone: phase === 'during' ? 'work' : 'coming' }
    : { sign: IconAlertTriangle, tone: 'down' };
};

function Join({ disruption, onJoined }: { disruption: Disruption; onJoined: (joined: Disruption) => void }) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const say = async (call: (id: string) => Promise<Disruption>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      onJoined(await call(disruption.id));
    } catch (problem) {
      setError(problem);
    }
    setBusy(false);
  };
  if (disruption.mayLeave) {
    return (
      <div className={css.joined}>
        <IconUserCheck size={18} aria-hidden />
        <span role="status">{t('disruption.joined')}</span>
        <Button look="quiet" busy={busy} onClick={() => void say(doNotHaveThis)}>
          {t('disruption.leave')}
        </Button>
        <ProblemNotice error={error} />
      </div>
    );
  }
  if (!disruption.mayJoin) return null;
  return (
    <div className={css.join}>
      <Button look="default" busy={busy} onClick={() => void say(haveThisToo)}>
        {t('disruption.join')}
      </Button>
      <span>{t('disruption.joinHint')}</span>
      <ProblemNotice error={error} />
    </div>
  );
}

interface Props {
  disruption: Disruption;
  onJoined: (joined: Disruption) => void;
}

/** One disruption or planned work as its institutions are told of it: what, when, the latest news, and “I have this too”. */
export function DisruptionItem({ disruption, onJoined }: Props) {
  const texts = useTexts();
  const now = useNow();
  const { title, text, after, updates, phase } = disruption;
  const { sign: Sign, tone } = look(disruption);
  const [latest] = updates;
  return (
    <li className={css.item} data-tone={tone}>
      <Sign size={22} aria-hidden />
      <div className={css.body}>
        <h3>{title}</h3>
        <p className={css.when}>{timeWords(texts, disruption, now)}</p>
        <p>{phase === 'after' ? (after ?? text) : text}</p>
        {latest && phase !== 'after' && (
          <p className={css.news}>
            <b>{texts.t('disruption.news', { when: onWhen(texts, latest.at, now) })}</b> {latest.text}
          </p>
        )}
        <Join disruption={disruption} onJoined={onJoined} />
      </div>
    </li>
  );
}
