import { Button, Select, Skeleton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconClock,
  IconInboxOff,
  IconMailOff,
  IconMessageReply,
  IconRobot,
  IconTicket,
  type Icon,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useFormat } from '../format';
import { exportHref } from '../data/export-href';
import m from '../mailbox/mailbox.module.css';
import { SaveMenu } from '../reports/SaveMenu';
import { useTexts } from '../texts';
import c from './inbound.module.css';
import { type InboundMail, inboundQueries, type MailFate, SHOWN, type Shown } from './inbound-queries';
import { MailDetail } from './MailDetail';
import { MailStanding } from './MailStanding';
import { useSender } from './use-sender';

const signs: Record<MailFate, Icon> = {
  received: IconClock,
  created: IconTicket,
  replied: IconMessageReply,
  parked: IconClock,
  malformed: IconAlertTriangle,
  refused: IconMailOff,
  discarded: IconInboxOff,
  auto_reply: IconRobot,
  bounce: IconArrowBackUp,
  loop: IconRobot,
  duplicate: IconRobot,
  too_large: IconMailOff,
};

function MailLine({ mail, open, onOpen }: { mail: InboundMail; open: boolean; onOpen: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const sender = useSender();
  const Sign = signs[mail.fate];
  return (
    <li>
      <button type="button" aria-current={open || undefined} onClick={onOpen}>
        <Sign size={18} stroke={1.7} aria-hidden data-fate={mail.fate} />
        <span className={c.line}>
          <b>{mail.subject || t('inbound.noSubject')}</b>
          <em data-fate={mail.fate}>{mail.ticket?.number ?? t(`inbound.fate.${mail.fate}`)}</em>
          <small>{sender(mail)}</small>
          <small className="num">{dateTime(mail.receivedAt)}</small>
        </span>
      </button>
    </li>
  );
}

/** Mail that came in: what became of each, and what waits for a decision. */
export function InboundPage() {
  const texts = useTexts();
  const { t } = texts;
  const [shown, setShown] = useState<Shown>('waiting');
  const [open, setOpen] = useState<string | null>(null);
  const mails = useInfiniteQuery(inboundQueries.mails(shown));
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (value: string | null): void => {
    setShown((value ?? 'waiting') as Shown);
    setOpen(null);
  };
  return (
    <div className={m.page} data-open={open !== null || undefined}>
      <main className={m.list}>
        <header>
          <h1>{t('inbound.title')}</h1>
          <p>{t('inbound.intro')}</p>
          <div className={c.tools}>
            <Select
              className={c.shown}
              size="xs"
              aria-label={t('inbound.show')}
              allowDeselect={false}
              data={(Object.keys(SHOWN) as Shown[]).map((value) => ({ value, label: t(`inbound.shown.${value}`) }))}
              value={shown}
              onChange={show}
            />
            <SaveMenu href={(format) => exportHref('mail-log', { fate: SHOWN[shown] }, format)} />
          </div>
        </header>
        <MailStanding />
        {mails.error && (
          <p role="alert" className={c.note}>
            {problemText(texts, mails.error)}
          </p>
        )}
        {mails.isPending && <Skeleton height={300} m={20} />}
        {mails.data && items.length === 0 && <p className={m.none}>{t(shown === 'waiting' ? 'inbound.noneWaiting' : 'inbound.none')}</p>}
        <ul>
          {items.map((mail) => (
            <MailLine key={mail.id} mail={mail} open={mail.id === open} onOpen={() => setOpen(mail.id)} />
          ))}
        </ul>
        {mails.hasNextPage && (
          <Button variant="subtle" m={12} loading={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
            {t('mail.more')}
          </Button>
        )}
      </main>
      <section className={m.pane} aria-label={t('mail.message')}>
        {open === null ? <p className={m.none}>{t('mail.choose')}</p> : <MailDetail key={open} id={open} onBack={() => setOpen(null)} />}
      </section>
    </div>
  );
}
