import { IconCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Change } from '../../shared/api/api-types';
import { Card } from '../components/card';
import { useNow } from '../data/use-now';
import { useTexts } from '../texts';
import css from './answer.module.css';
import { answerToWish, stepsOfWish } from './wish-words';

function WishSteps({ change }: { change: Change }) {
  const texts = useTexts();
  return (
    <ol className={css.steps} aria-label={texts.t('steps.label')}>
      {stepsOfWish(change, texts).map(({ name, place, when }) => (
        <li key={name} className={css[place]} aria-current={place === 'present' ? 'step' : undefined}>
          <i aria-hidden>{place === 'past' && <IconCheck size={11} stroke={3.5} />}</i>
          <b>{texts.t(`wish.step.${name}`)}</b>
          {when && <span>{when}</span>}
        </li>
      ))}
    </ol>
  );
}

/** The answer to "what happens with what I asked for": two sentences, then the steps. */
export function WishAnswer({ change, className, children }: { change: Change; className?: string | undefined; children?: ReactNode }) {
  const texts = useTexts();
  const now = useNow();
  const { first, second, tone } = answerToWish(change, texts, now);
  const over = tone === 'done' || tone === 'over';
  const Sign = tone === 'done' ? IconCheck : IconLock;
  return (
    <Card
      className={`${css.answer} ${over ? `${css[tone] ?? ''} ${css.withSign}` : ''} ${className ?? ''}`}
      aria-label={texts.t('answer.label')}
    >
      {over && (
        <span className={css.sign}>
          <Sign size={21} stroke={2.4} aria-hidden />
        </span>
      )}
      <div className={css.words}>
        <p className={css.first}>{texts.rich(first.key, first.params)}</p>
        <p className={css.second}>{texts.rich(second.key, second.params)}</p>
        {children}
        {!over && <WishSteps change={change} />}
      </div>
    </Card>
  );
}
