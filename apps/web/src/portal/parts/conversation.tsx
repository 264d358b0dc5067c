import { IconChevronDown, IconClockPause } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { dateTime, dayTime, timeOfDay } from '../../shared/format/dates';
import { inRiga } from '../../shared/format/riga-time';
import { Avatar } from '../components/avatar';
import { Card } from '../components/card';
import { useNow } from '../data/use-now';
import { Markdown } from '../markdown/markdown';
import { useMe } from '../session/session';
import { type PortalTexts, useTexts } from '../texts';
import { AttachmentList } from './attachment-list';
import css from './conversation.module.css';
import type { Entry, Message, Pause } from './timeline';

/** A longer conversation starts folded, with this many entries at its end. */
const SHOWN = 4;

function MessageView({ message, now }: { message: Message; now: number }) {
  const { t, locale } = useTexts();
  const me = useMe();
  const sameYear = inRiga(message.at).year === inRiga(now).year;
  return (
    <li className={css.entry}>
      <Avatar name={message.author} staff={message.staff} />
      <div>
        <p className={css.by}>
          <b>{message.authorId === me.id ? t('talk.you') : message.author}</b>
          {message.staff && !message.resolution && <span>{t('talk.support')}</span>}
          {message.resolution && <span className={css.solved}>{t('talk.resolution')}</span>}
          {message.saidOn && <span>{message.saidOn}</span>}
          <time dateTime={message.at}>{sameYear ? dayTime(message.at, locale) : dateTime(message.at, locale)}</time>
        </p>
        <Markdown source={message.body} />
        <AttachmentList files={message.attachments} />
      </div>
    </li>
  );
}

function pauseText(pause: Pause, { t, locale }: PortalTexts): string {
  const sameDay = pause.to === null || inRiga(pause.at).date === inRiga(pause.to).date;
  const from = sameDay && pause.to ? timeOfDay(pause.at) : dayTime(pause.at, locale);
  if (pause.to === null) return t(pause.awaitsRequester ? 'talk.pauseNow' : 'talk.pauseNowOther', { from });
  const to = sameDay ? timeOfDay(pause.to) : dayTime(pause.to, locale);
  return t(pause.awaitsRequester ? 'talk.pause' : 'talk.pauseOther', { from, to });
}

function PauseView({ pause }: { pause: Pause }) {
  const texts = useTexts();
  return (
    <li className={`${css.entry} ${css.pause}`}>
      <IconClockPause size={18} aria-hidden />
      <p>{pauseText(pause, texts)}</p>
    </li>
  );
}

/** What was said, the waits among it, and the place to answer under it. */
export function Conversation({ entries, className, children }: { entries: Entry[]; className?: string | undefined; children?: ReactNode }) {
  const { t } = useTexts();
  const now = useNow();
  const [all, setAll] = useState(false);
  const folded = !all && entries.length > SHOWN + 1;
  const shown = folded ? entries.slice(-SHOWN) : entries;
  const hidden = entries.slice(0, entries.length - shown.length).filter((entry) => entry.kind === 'message').length;
  return (
    <Card padded={false} className={className} aria-label={t('talk.label')}>
      {folded && (
        <button type="button" className={css.more} onClick={() => setAll(true)}>
          <IconChevronDown size={17} aria-hidden /> {t('talk.earlier', { count: hidden })}
        </button>
      )}
      <ol className={css.list}>
        {shown.map((entry) =>
          entry.kind === 'message' ? <MessageView key={entry.id} message={entry} now={now} /> : <PauseView key={entry.id} pause={entry} />,
        )}
      </ol>
      {children}
    </Card>
  );
}
