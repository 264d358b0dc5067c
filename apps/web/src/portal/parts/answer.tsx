import { IconCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { type TicketView, resolutionClock, responseClock } from '../data/ticket-view';
import { useNow } from '../data/use-now';
import { Markdown } from '../markdown/markdown';
import { useTexts } from '../texts';
import { answerOf } from './answer-words';
import css from './answer.module.css';
import { focusReply } from './reply-box';
import { Steps } from './steps';

/** The answer to "what is happening with my ticket": two sentences, then the steps, or what can be done. */
export function AnswerCard({ view, className, children }: { view: TicketView; className?: string | undefined; children?: ReactNode }) {
  const texts = useTexts();
  const now = useNow();
  const { ticket } = view;
  const clocks = { response: responseClock(view), resolution: resolutionClock(view) };
  const answer = answerOf({ ticket, ...clocks, now, texts });
  const over = answer.tone === 'done' || answer.tone === 'over';
  const Sign = answer.tone === 'done' ? IconCheck : IconLock;
  const question = answer.tone === 'asks' ? ticket.hold?.question : null;
  return (
    <Card
      className={`${css.answer} ${answer.tone === 'late' ? '' : (css[answer.tone] ?? '')} ${over ? css.withSign : ''} ${className ?? ''}`}
      aria-label={texts.t('answer.label')}
    >
      {over && (
        <span className={css.sign}>
          <Sign size={21} stroke={2.4} aria-hidden />
        </span>
      )}
      <div className={css.words}>
        <p className={css.first}>
          {answer.tone === 'late' && (
            <span className={css.late} aria-hidden>
              ▲{' '}
            </span>
          )}
          {texts.rich(answer.first.key, answer.first.params)}
        </p>
        <p className={css.second}>{texts.rich(answer.second.key, answer.second.params)}</p>
        {question && (
          <div className={css.question}>
            <Markdown source={question} />
          </div>
        )}
        {answer.tone === 'asks' && ticket.abilities.replyPublic && (
          <div className={css.actions}>
            <Button look="primary" onClick={focusReply}>
              {texts.t('answer.reply')}
            </Button>
          </div>
        )}
        {children}
        {!over && <Steps ticket={ticket} {...clocks} now={now} />}
      </div>
    </Card>
  );
}
