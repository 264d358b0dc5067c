import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import { Timeline } from '../ticket/Conversation';
import { ReplyBox, type ReplyBoxHandle } from '../ticket/ReplyBox';
import c from './document.module.css';
import type { Change } from './types';

/** What was said about the change and what happened to it, as on a ticket. */
export function Talk({ change }: { change: Change }) {
  const { t } = useTexts();
  const reply = useRef<ReplyBoxHandle>(null);
  const { data: ticket } = useQuery(queries.ticket(change.number));
  return (
    <section className={c.talk} aria-labelledby="talk-title">
      <h2 id="talk-title">{t('change.section.talk')}</h2>
      {ticket && (
        <>
          <div className={c.timeline}>
            <Timeline ticket={ticket} withOpening={false} />
          </div>
          <ReplyBox key={ticket.id} ref={reply} ticket={ticket} />
        </>
      )}
    </section>
  );
}
