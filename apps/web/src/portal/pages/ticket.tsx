import { useEffect } from 'react';
import { dateTime } from '../../shared/format/dates';
import { ApiProblem } from '../../shared/api/problem';
import { Card } from '../components/card';
import { ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { awaitsRequester, StatePill } from '../components/state-pill';
import { readTicketView, resolutionClock, type TicketView } from '../data/ticket-view';
import { useLiveTicket } from '../data/use-live-ticket';
import { useResource } from '../data/use-resource';
import { AnswerCard } from '../parts/answer';
import { Conversation } from '../parts/conversation';
import { PromiseCard } from '../parts/promise';
import { RatingCard } from '../parts/rating-card';
import { ReplyBox } from '../parts/reply-box';
import { ResolvedActions } from '../parts/resolved-actions';
import { timelineOf } from '../parts/timeline';
import { Withdraw } from '../parts/withdraw';
import { Link } from '../router/link';
import { navigate } from '../router/location';
import { useMe } from '../session/session';
import { useTexts } from '../texts';
import { NotFoundPage } from './not-found';
import css from './ticket.module.css';

function Facts({ view }: { view: TicketView }) {
  const { t, rich, locale } = useTexts();
  const me = useMe();
  const { ticket } = view;
  return (
    <div className={css.facts}>
      <StatePill ticket={ticket} />
      <span>{ticket.number}</span>
      <span>{t('ticket.submitted', { when: dateTime(ticket.submittedAt, locale) })}</span>
      {ticket.requester.id !== me.id && <span>{t('ticket.requester', { name: ticket.requester.name })}</span>}
      {ticket.affectedUser.id !== ticket.requester.id && <span>{t('ticket.affected', { name: ticket.affectedUser.name })}</span>}
      {ticket.followUpOf && (
        <span>
          {rich('ticket.followUpOf', { number: ticket.followUpOf.number }, { a: (text) => <Link to={`/tickets/${text}`}>{text}</Link> })}
        </span>
      )}
      {ticket.duplicateOf && (
        <span>
          {rich('ticket.duplicateOf', { number: ticket.duplicateOf.number }, { a: (text) => <Link to={`/tickets/${text}`}>{text}</Link> })}
        </span>
      )}
    </div>
  );
}

function Loaded({ view, reload }: { view: TicketView; reload: () => void }) {
  const { t } = useTexts();
  const { ticket } = view;
  const clock = resolutionClock(view);
  const waits = awaitsRequester(ticket);
  const rateable = ticket.state === 'resolved' || ticket.state === 'closed';
  const showPromise = clock !== null && clock.state !== 'cancelled' && clock.intervals.length > 0;
  return (
    <div className={css.grid}>
      <div className={css.main}>
        <AnswerCard view={view} className={css.answer}>
          {rateable && <ResolvedActions ticket={ticket} onChanged={reload} />}
        </AnswerCard>
        {rateable && <RatingCard ticket={ticket} className={css.rating} onChanged={reload} />}
        <Conversation entries={timelineOf(view, clock)} className={css.talk}>
          {ticket.abilities.replyPublic && !(ticket.state === 'closed' || ticket.state === 'cancelled') && (
            <ReplyBox
              ticketId={ticket.id}
              hint={waits ? t('reply.placeholderAsked') : undefined}
              canAttach={ticket.abilities.attach}
              onSent={reload}
            />
          )}
        </Conversation>
        {ticket.abilities.cancel && (
          <div className={css.withdraw}>
            <Withdraw ticket={ticket} onChanged={reload} />
          </div>
        )}
      </div>
      {showPromise && <PromiseCard clock={clock} className={css.promise} />}
    </div>
  );
}

/** Mails and lists name a ticket by its number alone; a wished change has a page of its own. */
function useOwnPage(ticket: TicketView['ticket'] | undefined): void {
  const change = ticket?.type === 'change' ? ticket.number : null;
  useEffect(() => {
    if (change !== null) navigate(`/changes/${change}`, { replace: true });
  }, [change]);
}

/** A ticket as its requester sees it: what happens and by when, whether he must do anything, why then, and what was said. */
export function TicketPage({ number }: { number: string }) {
  const { t } = useTexts();
  const read = useResource(`ticket ${number}`, (signal) => readTicketView(number, signal));
  useLiveTicket(read.data?.ticket.id ?? null, read.reload);
  useOwnPage(read.data?.ticket);
  if (read.error instanceof ApiProblem && read.error.status === 404) return <NotFoundPage ticket />;
  const view = read.data?.ticket.type === 'incident' ? read.data : undefined;
  return (
    <Page
      title={view?.ticket.title ?? number}
      back={{ to: '/tickets', label: t('nav.tickets') }}
      sub={view ? <Facts view={view} /> : undefined}
    >
      <ProblemNotice error={read.error} onRetry={read.reload} />
      {read.loading && (
        <div className={css.grid}>
          <div className={css.main}>
            <Card>
              <Skeleton lines={4} />
            </Card>
            <Card>
              <Skeleton lines={6} />
            </Card>
          </div>
          <Card>
            <Skeleton lines={6} />
          </Card>
        </div>
      )}
      {view && <Loaded view={view} reload={read.reload} />}
    </Page>
  );
}
