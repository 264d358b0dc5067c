import { Button } from '@mantine/core';
import { IconCheck, IconClockPause, IconCopy, IconCornerUpLeft, IconMoodEmpty, IconMoodSad, IconMoodSmile } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Ticket } from '../data/types';
import { useFormat } from '../format';
import { useNow } from '../now';
import { useTexts } from '../texts';
import type { TicketAction } from './current-ticket';
import { MarkdownText } from './MarkdownText';
import { Affected } from './Affected';
import { AsideNotice } from './AsideNotice';
import { Notice } from './Notice';
import ticketCss from './ticket.module.css';

function HoldNotice({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTexts();
  const { short, date } = useFormat();
  const now = useNow();
  if (ticket.state !== 'on_hold' || !ticket.hold) return null;
  const { reason, question, until, since } = ticket.hold;
  return (
    <Notice tone="pending" icon={IconClockPause} title={t('notice.hold', { reason: t(`hold.${reason}`), since: short(since, now) })}>
      {until && <p>{t('notice.holdUntil', { date: date(until) })}</p>}
      {question && <p>{t('notice.question', { question })}</p>}
      <p className={ticketCss.dim}>{t(`notice.clock.${reason}`)}</p>
      {ticket.abilities.resume && (
        <Button size="compact-sm" variant="default" mt={6} onClick={() => act('resume')}>
          {t('action.resume')}
        </Button>
      )}
    </Notice>
  );
}

function ResolutionNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { short, dateTime } = useFormat();
  const now = useNow();
  if (!ticket.resolution || (ticket.state !== 'resolved' && ticket.state !== 'closed')) return null;
  const { code, text, by, at } = ticket.resolution;
  return (
    <Notice
      tone="resolved"
      icon={IconCheck}
      title={t('notice.resolved', { code: t(`resolution.${code}`), by: by?.name ?? '–', at: short(at, now) })}
    >
      <MarkdownText text={text} />
      {ticket.state === 'resolved' && ticket.reopenUntil && (
        <p className={ticketCss.dim}>{t('notice.reopenUntil', { at: dateTime(ticket.reopenUntil) })}</p>
      )}
    </Notice>
  );
}

const faces = { bad: IconMoodSad, satisfactory: IconMoodEmpty, good: IconMoodSmile };

function RatingNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { short } = useFormat();
  const now = useNow();
  if (!ticket.rating) return null;
  const { value, comment, at } = ticket.rating;
  return (
    <Notice
      tone={value === 'bad' ? 'pending' : 'resolved'}
      icon={faces[value]}
      title={t('notice.rating', { value: t(`rating.${value}`), at: short(at, now) })}
    >
      {comment && <p>{t('notice.ratingComment', { comment })}</p>}
    </Notice>
  );
}

function KinNotice({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTexts();
  const kin = ticket.duplicateOf ?? ticket.followUpOf;
  if (!kin) return null;
  const Sign = ticket.duplicateOf ? IconCopy : IconCornerUpLeft;
  return (
    <Notice
      tone="grey"
      icon={Sign}
      title={
        <>
          {t(ticket.duplicateOf ? 'notice.duplicate' : 'notice.followUp')}{' '}
          <Link to="/desk/tickets/$number" params={{ number: kin.number }} search={(old) => old}>
            {kin.number}
          </Link>
        </>
      }
    >
      {ticket.duplicateOf && ticket.abilities.unmerge && (
        <Button size="compact-sm" variant="default" mt={6} onClick={() => act('unmerge')}>
          {t('action.unmerge')}
        </Button>
      )}
    </Notice>
  );
}

/** What stands out about the ticket now: a wait, its resolution, its rating, its kin. */
export function Notices({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  return (
    <>
      <KinNotice ticket={ticket} act={act} />
      <AsideNotice ticket={ticket} />
      <Affected ticket={ticket} act={act} />
      <HoldNotice ticket={ticket} act={act} />
      <ResolutionNotice ticket={ticket} />
      <RatingNotice ticket={ticket} />
    </>
  );
}
