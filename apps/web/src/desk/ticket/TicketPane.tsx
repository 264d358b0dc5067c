import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { Suspense, useRef, useState } from 'react';
import { part } from '../part';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { queries } from '../data/queries';
import type { Ticket } from '../data/types';
import { useKeys } from '../shell/keyboard';
import { useWarm } from '../shell/warm';
import { useTexts } from '../texts';
import { ClockStrip } from './ClockStrip';
import { QuoteContext } from './composer/QuoteButton';
import { Conversation } from './Conversation';
import { isAllowed, useActionsFor, type TicketAction } from './current-ticket';
import { Notices } from './Notices';
import { LAWFUL, OtherClocks, PARTIAL } from './OtherClocks';
import { ReplyBox, type ReplyBoxHandle } from './ReplyBox';
import c from './ticket.module.css';
import { TicketContext } from './TicketContext';
import { TicketHead } from './TicketHead';
import { TicketLoading } from './TicketLoading';
import { useAccept, useChange } from './use-change';

const ActionDialogs = part(() => import('./ActionDialogs'), 'ActionDialogs');
const dialogs = [ActionDialogs];

interface Props {
  number: string;
  wide: boolean;
  onWide: () => void;
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
  const act = (wished: TicketAction): void => {
    // The key that puts on hold takes up again.
    const action = wished === 'hold' && isAllowed(ticket, 'resume') ? 'resume' : wished;
    if (!isAllowed(ticket, action)) return;
    if (action === 'reply' || action === 'note') reply.current?.write(action);
    else if (action === 'accept') accept.mutate();
    else if (action === 'resume') change.mutate({ verb: 'resumption', done: 'done.resumed' });
    else setDialog(action);
  };
  useActionsFor(ticket, act);
  useWarm(dialogs);
  return (
    <section className={c.pane} aria-label={t('ticket.label', { number: ticket.number })}>
      <TicketHead ticket={ticket} act={act} busy={accept.isPending || change.isPending} wide={wide} onWide={onWide} />
      <OtherClocks number={ticket.number} kinds={LAWFUL} label={t('clock.lawful')} />
      <ClockStrip ticket={ticket} onAssign={() => act('assign')} />
      <OtherClocks number={ticket.number} kinds={PARTIAL} label={t('clock.partial')} />
      <div className={c.body}>
        <TicketContext ticket={ticket} />
        <QuoteContext value={(quoted, note) => reply.current?.quote(quoted, note)}>
          <Conversation ticket={ticket}>
            <Notices ticket={ticket} act={act} />
          </Conversation>
        </QuoteContext>
        <ReplyBox key={ticket.id} ref={reply} ticket={ticket} />
      </div>
      <Suspense>{dialog !== null && <ActionDialogs ticket={ticket} action={dialog} onClose={() => setDialog(null)} />}</Suspense>
    </section>
  );
}

/** The open ticket: who, what, until when; the conversation; what can be done. */
export function TicketPane({ number, wide, onWide }: Props) {
  const navigate = useNavigate();
  const query = useQuery(queries.ticket(number));
  useKeys({ Escape: () => void navigate({ to: '/desk', search: (old) => old }) });
  // A change and a problem have pages of their own, whichever way somebody comes to it.
  if (query.data?.type === 'change') return <Navigate to="/desk/changes/$number" params={{ number: query.data.number }} replace />;
  if (query.data?.type === 'problem') return <Navigate to="/desk/problems/$number" params={{ number: query.data.number }} replace />;
  if (query.data) return <Opened ticket={query.data} wide={wide} onWide={onWide} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <TicketLoading />;
}
