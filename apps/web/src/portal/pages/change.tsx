import type { Change, Ticket } from '../../shared/api/api-types';
import { ApiProblem } from '../../shared/api/problem';
import { date, dateTime } from '../../shared/format/dates';
import { Card } from '../components/card';
import { ChangePill } from '../components/change-pill';
import { ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { change as readChange } from '../data/change-calls';
import { readTicketView, type TicketView } from '../data/ticket-view';
import { useLiveTicket } from '../data/use-live-ticket';
import { useResource } from '../data/use-resource';
import { Conversation } from '../parts/conversation';
import { ReplyBox } from '../parts/reply-box';
import { timelineOf } from '../parts/timeline';
import { WishAnswer } from '../parts/wish-answer';
import { WithdrawWish } from '../parts/withdraw-wish';
import { useMe } from '../session/session';
import { useTexts } from '../texts';
import { NotFoundPage } from './not-found';
import css from './ticket.module.css';

interface Wish {
  change: Change;
  view: TicketView;
}

async function readWish(number: string, signal: AbortSignal): Promise<Wish> {
  const [change, view] = await Promise.all([readChange(number, signal), readTicketView(number, signal)]);
  return { change, view };
}

function Facts({ change }: { change: Change }) {
  const { t, locale } = useTexts();
  const me = useMe();
  return (
    <div className={css.facts}>
      <ChangePill state={change.state} />
      <span>{change.number}</span>
      <span>{t('ticket.submitted', { when: dateTime(change.submittedAt, locale) })}</span>
      {change.wishedBy && <span>{t('wish.wished', { day: date(`${change.wishedBy}T12:00:00Z`, locale) })}</span>}
      {change.requester.id !== me.id && <span>{t('ticket.requester', { name: change.requester.name })}</span>}
    </div>
  );
}

const ENDED = new Set(['closed', 'rejected', 'cancelled']);

function mayReply({ abilities }: Ticket, { state }: Change): boolean {
  return abilities.replyPublic && !ENDED.has(state);
}

function Loaded({ wish, reload }: { wish: Wish; reload: () => void }) {
  const { change, view } = wish;
  return (
    <div className={css.main}>
      <WishAnswer change={change} className={css.answer} />
      <Conversation entries={timelineOf(view, null)} className={css.talk}>
        {mayReply(view.ticket, change) && <ReplyBox ticketId={change.id} canAttach={view.ticket.abilities.attach} onSent={reload} />}
      </Conversation>
      {change.abilities.cancel && (
        <div className={css.withdraw}>
          <WithdrawWish change={change} onChanged={reload} />
        </div>
      )}
    </div>
  );
}

/** What somebody asked to be changed, as he sees it: who does what next, when it happens, and what was said. */
export function ChangePage({ number }: { number: string }) {
  const { t } = useTexts();
  const read = useResource(`change ${number}`, (signal) => readWish(number, signal));
  useLiveTicket(read.data?.change.id ?? null, read.reload);
  if (read.error instanceof ApiProblem && read.error.status === 404) return <NotFoundPage ticket />;
  return (
    <Page
      title={read.data?.change.title ?? number}
      back={{ to: '/changes', label: t('wish.list') }}
      sub={read.data ? <Facts change={read.data.change} /> : undefined}
      narrow
    >
      <ProblemNotice error={read.error} onRetry={read.reload} />
      {read.loading && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {read.data && <Loaded wish={read.data} reload={read.reload} />}
    </Page>
  );
}
