import { useQuery } from '@tanstack/react-query';
import type { Ticket } from '../data/types';
import { useFormat } from '../format';
import { Face } from '../marks/Face';
import { useTexts } from '../texts';
import c from './ratings.module.css';
import { ticketRatingQuery } from './ratings-queries';

/** What the requester said of the ticket, and what he had said before: other answers, and those before a reopening. */
export function TicketRating({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const { data } = useQuery({ ...ticketRatingQuery(ticket.id), enabled: ticket.rating !== null || ticket.reopenCount > 0 });
  const history = data?.history ?? [];
  if (history.length === 0) return null;
  const before = data?.rating ? history.slice(0, -1) : history;
  return (
    <section className={c.ticketRating} aria-label={t('ratings.ofTicket')}>
      {data?.rating ? (
        <>
          <p className={c.line}>
            <b>{t('ratings.ofTicket')}</b> <Face value={data.rating.value} />
            <span className={`${c.dim} num`}>{dateTime(data.rating.at)}</span>
          </p>
          {data.rating.comment && <blockquote className={c.quote}>{data.rating.comment}</blockquote>}
        </>
      ) : (
        <p className={c.line}>
          <b>{t('ratings.beforeReopening')}</b>
        </p>
      )}
      {before.length > 0 && (
        <details open={!data?.rating}>
          <summary>{t('ratings.history', { count: before.length })}</summary>
          <ol>
            {before.map(({ at, value, comment, cycle }) => (
              <li key={at} className={c.line}>
                <Face value={value} />
                <span className={`${c.dim} num`}>
                  {dateTime(at)}
                  {cycle <= ticket.reopenCount && ` · ${t('ratings.oldCycle')}`}
                </span>
                {comment && <span>{comment}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
