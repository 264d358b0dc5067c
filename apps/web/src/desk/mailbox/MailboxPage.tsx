import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconClock, IconMail, IconMailCheck, IconRefresh, type Icon } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/api';
import { problemText } from '../../shared/api/problem';
import type { Mail } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './mailbox.module.css';

const REFRESH_MS = 15_000;
const signs: Record<string, Icon> = { failed: IconAlertTriangle, queued: IconClock, sending: IconClock, sent: IconMailCheck };

function useMails() {
  return useInfiniteQuery({
    queryKey: ['mailbox'],
    queryFn: ({ pageParam }) =>
      bodyOf(api.GET('/api/v1/mailbox', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: REFRESH_MS,
  });
}

function MailLine({ mail, open, onOpen }: { mail: Mail; open: boolean; onOpen: () => void }) {
  const { t, has } = useTexts();
  const { dateTime } = useFormat();
  const Sign = signs[mail.state] ?? IconMail;
  const state = `mail.state.${mail.state}`;
  return (
    <li>
      <button type="button" aria-current={open || undefined} onClick={onOpen}>
        <Sign size={18} stroke={1.7} role="img" aria-label={has(state) ? t(state) : mail.state} data-state={mail.state} />
        <span>
          <b>{mail.subject}</b>
          <small className="num">
            {mail.to} · {dateTime(mail.at)}
          </small>
        </span>
      </button>
    </li>
  );
}

/** HTML of a mail: a page of its own, in a frame where no script runs and nothing reaches this page. */
function HtmlBody({ id, title }: { id: string; title: string }) {
  return <iframe className={c.frame} sandbox="" src={`/api/v1/mailbox/${id}/page`} title={title} />;
}

function Message({ id, onBack }: { id: string; onBack: () => void }) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const [view, setView] = useState('text');
  const { data } = useQuery({
    queryKey: ['mail', id],
    queryFn: () => bodyOf(api.GET('/api/v1/mailbox/{id}', { params: { path: { id } } })),
  });
  if (!data) return <Skeleton height={200} m={20} />;
  return (
    <article className={c.message}>
      <header>
        <Button
          className={c.back}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={15} aria-hidden />}
          onClick={onBack}
        >
          {t('mail.back')}
        </Button>
        <h2>{data.subject}</h2>
        <p className="num">
          {t('mail.to', { to: data.to })} · {dateTime(data.at)}
        </p>
        <p className={c.id}>{data.messageId}</p>
        {data.html && (
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
      </header>
      {view === 'html' && data.html ? <HtmlBody id={id} title={data.subject} /> : <pre tabIndex={0}>{data.text}</pre>}
    </article>
  );
}

/** The mail that the product wrote: without a mail server the only place to read it. */
export function MailboxPage() {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<string | null>(null);
  const mails = useMails();
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={c.page} data-open={open !== null || undefined}>
      <main className={c.list}>
        <header>
          <h1>{t('desk.rail.mailbox')}</h1>
          <p>{t('mail.intro')}</p>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            loading={mails.isRefetching}
            onClick={() => void mails.refetch()}
          >
            {t('mail.refresh')}
          </Button>
        </header>
        {mails.error && <p role="alert">{problemText(texts, mails.error)}</p>}
        {mails.isPending && <Skeleton height={300} m={20} />}
        {mails.data && items.length === 0 && <p className={c.none}>{t('mail.none')}</p>}
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
      <section className={c.pane} aria-label={t('mail.message')}>
        {open === null ? <p className={c.none}>{t('mail.choose')}</p> : <Message key={open} id={open} onBack={() => setOpen(null)} />}
      </section>
    </div>
  );
}
