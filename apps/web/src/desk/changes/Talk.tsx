import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { queries } from '../data/queries';
import { useTexts } from '../texts';
import { Timeline } from '../ticket/Conversation';
import { QuoteContext } from '../ticket/composer/QuoteButton';
import { ReplyBox, type ReplyBoxHandle } from '../ticket/ReplyBox';
import c from './document.module.css';

/** What was said about a change or a problem and what happened to it, as on a ticket. */
export function Talk({ number }: { number: string }) {
  const { t } = useTexts();
  const reply = useRef<ReplyBoxHandle>(null);
  const { data: ticket } = useQuery(queries.ticket(number));
  return (
    <section className={c.talk} aria-labelledby="talk-title">
      <h2 id="talk-title">{t('change.section.talk')}</h2>
      {ticket && (
        <>
          <QuoteContext value={(quoted, note) => reply.current?.quote(quoted, note)}>
            <div className={c.timeline}>
              <Timeline ticket={ticket} withOpening={false} />
            </div>
          </QuoteContext>
          <ReplyBox key={ticket.id} ref={reply} ticket={ticket} />
        </>
      )}
    </section>
  );
}
