import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconDownload, IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemText } from '../../shared/api/problem';
import { useFormat } from '../format';
import m from '../mailbox/mailbox.module.css';
import { MarkdownText } from '../ticket/MarkdownText';
import { type TextKey, useTexts } from '../texts';
import c from './inbound.module.css';
import { type InboundMailDetail, inboundQueries } from './inbound-queries';
import { MailDecision } from './MailDecision';
import { useSender } from './use-sender';

/** What became of a mail, and why, in a sentence each. */
function Fate({ mail }: { mail: InboundMailDetail }) {
  const { t, has } = useTexts();
  const { dateTime } = useFormat();
  const why = `inbound.why.${mail.why}`;
  return (
    <div className={c.fate} data-fate={mail.fate}>
      <p>
        <b>{t(`inbound.fate.${mail.fate}`)}</b>
        {mail.ticket && (
          <Link to="/desk/tickets/$number" params={{ number: mail.ticket.number }} className="num">
            {mail.ticket.number}
          </Link>
        )}
      </p>
      {mail.why && <p>{has(why) ? t(why) : mail.why}</p>}
      {mail.detail && <p className={c.detail}>{mail.detail}</p>}
      {mail.decidedBy && mail.decidedAt && (
        <p>
          {t('inbound.decided', { name: mail.decidedBy, at: dateTime(mail.decidedAt) })}
          {mail.decisionReason && ` ${mail.decisionReason}`}
        </p>
      )}
    </div>
  );
}

function Files({ mail }: { mail: InboundMailDetail }) {
  const { t, has } = useTexts();
  const { fileSize } = useFormat();
  if (mail.fileList.length === 0) return null;
  return (
    <ul className={c.files} aria-label={t('inbound.files')}>
      {mail.fileList.map((file, at) => {
        const why = `inbound.fileWhy.${file.why}`;
        return (
          <li key={at}>
            <IconPaperclip size={14} aria-hidden />
            <span>
              {file.name} · {fileSize(file.size)}
            </span>
            <small>
              {t(`inbound.file.${file.state}` as TextKey)}
              {file.why && has(why) && `: ${t(why)}`}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** The words of a mail; its HTML in a frame of its own, where nothing runs. */
function Words({ mail }: { mail: InboundMailDetail }) {
  const { t } = useTexts();
  const [view, setView] = useState('text');
  if (mail.words === null) return <p className={m.none}>{t(mail.fate === 'received' ? 'inbound.beingRead' : 'inbound.wordsHidden')}</p>;
  return (
    <>
      <div className={c.views}>
        {mail.hasHtml && (
          <SegmentedControl
            size="xs"
            aria-label={t('mail.view')}
            value={view}
            onChange={setView}
            data={[
              { value: 'text', label: t('mail.text') },
              { value: 'html', label: 'HTML' },
            ]}
          />
        )}
        <Button
          component="a"
          href={`/api/v1/mail-log/${mail.id}/source`}
          download
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDownload size={15} aria-hidden />}
        >
          {t('inbound.source')}
        </Button>
      </div>
      {view === 'html' && mail.hasHtml ? (
        <iframe className={m.frame} sandbox="" src={`/api/v1/mail-log/${mail.id}/page`} title={mail.subject || t('mail.message')} />
      ) : (
        <div className={c.words} tabIndex={0} role="region" aria-label={t('mail.text')}>
          {mail.words ? <MarkdownText text={mail.words} /> : <p>{t('inbound.noWords')}</p>}
          <Files mail={mail} />
        </div>
      )}
    </>
  );
}

/** One mail: who sent it, what became of it, what it says, what may be decided. */
export function MailDetail({ id, onBack }: { id: string; onBack: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { dateTime, fileSize } = useFormat();
  const sender = useSender();
  const { data: mail, error } = useQuery(inboundQueries.mail(id));
  if (error) return <p className={m.none}>{problemText(texts, error)}</p>;
  if (!mail) return <Skeleton height={200} m={20} />;
  return (
    <article className={m.message}>
      <header>
        <Button
          className={m.back}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onBack}
        >
          {t('mail.back')}
        </Button>
        <h2>{mail.subject || t('inbound.noSubject')}</h2>
        <p className={c.sender}>{sender(mail)}</p>
        <p className="num">
          {dateTime(mail.receivedAt)} · {fileSize(mail.size)} · {mail.mailbox}
        </p>
        <Fate mail={mail} />
        {mail.mayDecide && <MailDecision mail={mail} />}
      </header>
      <Words mail={mail} />
    </article>
  );
}
