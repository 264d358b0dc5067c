import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { queries } from '../data/queries';
import type { Ticket } from '../data/types';
import { TicketRating } from '../ratings/TicketRating';
import { useKeys } from '../shell/keyboard';
import { useTexts } from '../texts';
import { ActionDialogs } from './ActionDialogs';
import { ClockStrip } from './ClockStrip';
import { Conversation } from './Conversation';
import { isAllowed, useActionsFor, type TicketAction } from './current-ticket';
import { Facts } from './Facts';
import { Notices } from './Notices';
import { LAWFUL, OtherClocks, PARTIAL } from './OtherClocks';
import { ReplyBox, type ReplyBoxHandle } from './ReplyBox';
import c from './ticket.module.css';
import { TicketChanges } from './TicketChanges';
import { TicketDevices } from './TicketDevices';
import { TicketHead } from './TicketHead';
import { useAccept, useChange } from './use-change';

interface Props {
  number: string;
  wide: boolean;
  onWide: () => void;
}

function Loading() {
  const { t } = useTexts();
  return (
    <section className={c.pane} role="status" aria-label={t('desk.loading')}>
      <div className={c.head}>
        <Skeleton height={12} width={140} />
        <Skeleton height={22} width="72%" mt={10} />
        <Skeleton height={20} width="48%" mt={12} />
      </div>
      <Skeleton height={56} radius={0} />
      <div className={c.scroll}>
        <Skeleton height={14} width="80%" />
        <Skeleton height={14} width="66%" mt={8} />
      </div>
    </section>
  );
}

function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const texts = useTexts();
  const missing = error instanceof ApiProblem && error.status === 404;
  return (
    <section className={c.pane} role="alert">
      <div className={c.failed}>
        <h2>{texts.t('ticket.failed')}</h2>
        <p>{problemText(texts, error)}</p>
        {!missing && <Button onClick={retry}>{texts.t('action.retry')}</Button>}
        <Link to="/desk" search={(old) => old}>
          {texts.t('ticket.back')}
        </Link>
      </div>
    </section>
  );
}

function Opened({ ticket, wide, onWide }: { ticket: Ticket; wide: boolean; onWide: () => void }) {
  const { t } = useTexts();
  const [dialog, setDialog] = useState<TicketAction | null>(null);
  const reply = useRef<ReplyBoxHandle>(null);
  const accept = useAccept(ticket);
  const change = useChange(ticket);
  const act = (action: TicketAction): void => {
    if (!isAllowed(ticket, action)) return;
    if (action === 'reply' || action === 'note') reply.current?.write(action);
    else if (action === 'accept') accept.mutate();
    else if (action === 'resume') change.mutate({ verb: 'resumption', done: 'done.resumed' });
    else setDialog(action);
  };
  useActionsFor(ticket, act);
  return (
    <section className={c.pane} aria-label={t('ticket.label', { number: ticket.number })}>
      <TicketHead ticket={ticket} act={act} busy={accept.isPending || change.isPending} wide={wide} onWide={onWide} />
      <OtherClocks number={ticket.number} kinds={LAWFUL} label={t('clock.lawful')} />
      <ClockStrip ticket={ticket} onAssign={() => act('assign')} />
      <OtherClocks number={ticket.number} kinds={PARTIAL} label={t('clock.partial')} />
      <Conversation ticket={ticket}>
        <Notices ticket={ticket} act={act} />
        <Facts ticket={ticket} />
        <TicketDevices ticket={ticket} />
        <TicketChanges ticket={ticket} />
        <TicketRating ticket={ticket} />
      </Conversation>
      <ReplyBox key={ticket.id} ref={reply} ticket={ticket} />
      <ActionDialogs ticket={ticket} action={dialog} onClose={() => setDialog(null)} />
    </section>
  );
}

/** The open ticket: who, what, until when; the conversation; what can be done. */
export function TicketPane({ number, wide, onWide }: Props) {
  const navigate = useNavigate();
  const query = useQuery(queries.ticket(number));
  useKeys({ Escape: () => void navigate({ to: '/desk', search: (old) => old }) });
  // A change has a page of its own, whichever way somebody comes to it.
  if (query.data?.type === 'change') return <Navigate to="/desk/changes/$number" params={{ number: query.data.number }} replace />;
  if (query.data) return <Opened ticket={query.data} wide={wide} onWide={onWide} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <Loading />;
}
