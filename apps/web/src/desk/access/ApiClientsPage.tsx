import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../format';
import { useNow } from '../now';
import reportsCss from '../reports/reports.module.css';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { type ApiClient, accessQueries } from './access-queries';
import c from './access.module.css';
import { NewClientDialog } from './NewClientDialog';
import { RevokeDialog, TokenDialog } from './ClientDialogs';
import { useScopeWords } from './use-scope-words';

type Dialog = { what: 'new'; scopes: readonly string[] } | { what: 'token' | 'revoke'; client: { id: string; name: string } };

function Standing({ client }: { client: ApiClient }) {
  const { t } = useTexts();
  const { date, dateTime } = useFormat();
  const now = useNow();
  const { expiresAt, tokenPrefix, revokedAt, lastUsedAt } = client;
  const used = lastUsedAt ? t('access.used', { at: dateTime(lastUsedAt) }) : t('access.unused');
  if (revokedAt) return <span>{t('access.revokedOn', { date: date(revokedAt) })}</span>;
  if (!expiresAt) return <span data-off>{t('access.noToken')}</span>;
  const over = Date.parse(expiresAt) <= now;
  return (
    <span data-off={over || undefined}>
      {t(over ? 'access.ranOut' : 'access.until', { date: date(expiresAt), prefix: tokenPrefix ?? '' })}
      <small>{used}</small>
    </span>
  );
}

function Row({ client, open }: { client: ApiClient; open: (dialog: Dialog) => void }) {
  const { t } = useTexts();
  const words = useScopeWords();
  const { name, institution, scopes, readOnly, perMinute, revokedAt } = client;
  return (
    <li data-revoked={revokedAt ? true : undefined}>
      <div>
        <b>{name}</b>
        <small>{institution.name}</small>
      </div>
      <div>
        {t(readOnly ? 'access.reads' : 'access.readsAndWrites')}
        <small>{[...scopes.map(words), t('access.perMinute', { count: perMinute })].join(' · ')}</small>
      </div>
      <Standing client={client} />
      <div className={c.acts}>
        {!revokedAt && (
          <>
            <Button size="xs" variant="default" onClick={() => open({ what: 'token', client })}>
              {t('access.newToken')}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => open({ what: 'revoke', client })}>
              {t('access.revoke')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Programs that ask the API, each for one institution and by a token of its own. */
export function ApiClientsPage() {
  const { t } = useTexts();
  const list = useInfiniteQuery(accessQueries.clients);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  if (list.error && !list.data) return <FailedPage error={list.error} reset={() => void list.refetch()} />;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const scopes = list.data?.pages[0]?.scopes ?? [];
  const close = (): void => setDialog(null);
  return (
    <main className={reportsCss.page}>
      <header className={reportsCss.head}>
        <div>
          <h1>{t('access.clients')}</h1>
          <p>{t('access.clientsWhy')}</p>
        </div>
        <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setDialog({ what: 'new', scopes })}>
          {t('access.add')}
        </Button>
      </header>
      {list.isPending && <Skeleton height={220} radius={10} />}
      {list.data && items.length === 0 && <p className={reportsCss.nothing}>{t('access.none')}</p>}
      {items.length > 0 && (
        <ul className={c.rows}>
          {items.map((client) => (
            <Row key={client.id} client={client} open={setDialog} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('access.more')}
        </Button>
      )}
      {dialog?.what === 'new' && (
        <NewClientDialog scopes={dialog.scopes} onClose={close} onAdded={(client) => setDialog({ what: 'token', client })} />
      )}
      {dialog?.what === 'token' && <TokenDialog client={dialog.client} onClose={close} />}
      {dialog?.what === 'revoke' && <RevokeDialog client={dialog.client} onClose={close} />}
    </main>
  );
}
