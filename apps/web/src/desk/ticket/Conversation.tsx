import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { queries } from '../data/queries';
import type { Comment, HistoryEntry, Ticket } from '../data/types';
import { useFormat } from '../format';
import { Avatar } from '../marks/Avatar';
import { useNow } from '../now';
import { useTexts, type TextKey } from '../texts';
import { AttachmentLink } from './AttachmentLink';
import { QuoteButton } from './composer/QuoteButton';
import { MarkdownText } from './MarkdownText';
import c from './conversation.module.css';
import ticketCss from './ticket.module.css';
import { timelineOf, type TimelineItem } from './timeline';

function When({ at }: { at: string }) {
  const { short, dateTime } = useFormat();
  const now = useNow();
  return (
    <time dateTime={at} title={dateTime(at)} className="num">
      {short(at, now)}
    </time>
  );
}

function Opening({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  return (
    <li className={c.item}>
      <Avatar name={ticket.requester.name} tone="brand" size="large" decorative />
      <div className={c.message}>
        <p className={c.by}>
          <b>{ticket.requester.name}</b>
          <span className={c.role}>{t('talk.opened')}</span>
          <QuoteButton name={ticket.requester.name} at={ticket.submittedAt} body={ticket.description} />
          <When at={ticket.submittedAt} />
        </p>
        <MarkdownText text={ticket.description} />
      </div>
    </li>
  );
}

/** What a public message is: an answer, a question that it waits for, what was done, why it was reopened. */
function roleOf({ kind, author }: Comment): TextKey {
  if (kind === 'question' || kind === 'resolution' || kind === 'reopening' || kind === 'automatic') return `talk.${kind}`;
  return author.staff ? 'talk.reply' : 'talk.requester';
}

function Message({ comment }: { comment: Comment }) {
  const { t } = useTexts();
  const note = comment.visibility === 'internal';
  return (
    <li className={c.item}>
      <Avatar name={comment.author.name} tone={comment.author.staff ? 'staff' : 'brand'} size="large" decorative />
      <div className={c.message} data-note={note || undefined}>
        <p className={c.by}>
          <b>{comment.author.name}</b>
          {note ? (
            <span className={c.noteTag}>
              <IconLock size={12} aria-hidden />
              {t('talk.note')}
            </span>
          ) : (
            <span className={c.role}>{t(roleOf(comment))}</span>
          )}
          {comment.body && comment.id !== 'sending' && (
            <QuoteButton name={comment.author.name} at={comment.at} body={comment.body} note={note} />
          )}
          <When at={comment.at} />
        </p>
        {comment.body && <MarkdownText text={comment.body} />}
        {comment.attachments.map((file) => (
          <AttachmentLink key={file.id} attachment={file} />
        ))}
      </div>
    </li>
  );
}

function EventLine({ entry }: { entry: HistoryEntry }) {
  return (
    <li className={c.event}>
      <i aria-hidden />
      <p>
        <span>{entry.text}</span>
        <When at={entry.at} />
      </p>
    </li>
  );
}

function Item({ item, ticket }: { item: TimelineItem; ticket: Ticket }) {
  if (item.kind === 'opening') return <Opening ticket={ticket} />;
  if (item.kind === 'comment') return <Message comment={item.comment} />;
  if (item.kind === 'event') return <EventLine entry={item.entry} />;
  return (
    <li className={c.item}>
      <Avatar name={item.attachment.by.name} size="large" decorative />
      <div className={c.message} data-note={item.attachment.visibility === 'internal' || undefined}>
        <p className={c.by}>
          <b>{item.attachment.by.name}</b>
          <When at={item.at} />
        </p>
        <AttachmentLink attachment={item.attachment} />
      </div>
    </li>
  );
}

/** Messages, loose files and what the system did in one order of time. */
export function Timeline({ ticket, withOpening = true }: { ticket: Ticket; withOpening?: boolean }) {
  const { data: comments } = useQuery(queries.comments(ticket.id));
  const { data: files } = useQuery(queries.attachments(ticket.id));
  const { data: history } = useQuery(queries.history(ticket.id));
  const items = timelineOf(ticket, comments ?? [], files ?? [], history ?? []);
  return (
    <ol className={c.timeline}>
      {items
        .filter(({ kind }) => withOpening || kind !== 'opening')
        .map((item) => (
          <Item key={item.key} item={item} ticket={ticket} />
        ))}
    </ol>
  );
}

/** The conversation with what the system did woven in; it opens at its end, and stays there while new messages come. */
export function Conversation({ ticket, children }: { ticket: Ticket; children: ReactNode }) {
  const { t } = useTexts();
  const scroll = useRef<HTMLDivElement>(null);
  const { data: comments } = useQuery(queries.comments(ticket.id));
  const messages = comments?.length ?? 0;
  useEffect(() => {
    if (messages > 0) scroll.current?.scrollTo({ top: scroll.current.scrollHeight });
  }, [messages]);
  return (
    <div ref={scroll} className={ticketCss.scroll} tabIndex={0} role="region" aria-label={t('talk.label')}>
      {children}
      <Timeline ticket={ticket} />
    </div>
  );
}
