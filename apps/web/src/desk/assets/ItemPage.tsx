import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconReplace } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FailedPage } from '../shell/Failed';
import { useTexts } from '../texts';
import { assetQueries } from './asset-queries';
import { ItemDialog } from './ItemDialog';
import { ItemFacts } from './ItemFacts';
import { ItemHistory } from './ItemHistory';
import { ItemRelations } from './ItemRelations';
import { ItemServices } from './ItemServices';
import { ItemTickets } from './ItemTickets';
import c from './item.module.css';
import { StatusDialog } from './StatusDialog';
import { StatusMark } from './StatusMark';
import type { Item } from './types';

const route = getRouteApi('/desk/assets/$tag');

function Head({ item }: { item: Item }) {
  const { t } = useTexts();
  const [open, setOpen] = useState<'edit' | 'status' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <header className={c.head}>
      <div>
        <Link to="/desk/assets" className={c.back}>
          <IconArrowLeft size={15} aria-hidden /> {t('assets.back')}
        </Link>
        <h1>{item.name}</h1>
        <p>
          <StatusMark status={item.status} />
          <span className="num">{item.tag}</span>
          <span>{item.class.name}</span>
          <span>{item.institution.name}</span>
        </p>
      </div>
      {item.nextStatuses.length > 0 && (
        <Button variant="default" leftSection={<IconReplace size={16} aria-hidden />} onClick={() => setOpen('status')}>
          {t('assets.changeStatus')}
        </Button>
      )}
      {item.abilities.write && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}>
          {t('assets.edit')}
        </Button>
      )}
      {open === 'edit' && <ItemDialog item={item} onClose={close} onDone={close} />}
      {open === 'status' && <StatusDialog item={item} onClose={close} />}
    </header>
  );
}

/** One device: what is known of it, what it hangs together with, what happened to it, and its tickets. */
export function ItemPage() {
  const { t } = useTexts();
  const { tag } = route.useParams();
  const query = useQuery(assetQueries.item(tag));
  if (query.error) return <FailedPage error={query.error} reset={() => void query.refetch()} />;
  const item = query.data;
  if (!item)
    return (
      <main className={c.page}>
        <div role="status" aria-label={t('desk.loading')}>
          <Skeleton height={60} width="50%" />
          <Skeleton height={360} radius={12} mt={16} />
        </div>
      </main>
    );
  return (
    <main className={c.page}>
      <Head item={item} />
      <div className={c.columns}>
        <div className={c.main}>
          <ItemRelations item={item} />
          <ItemTickets item={item} />
          <ItemHistory item={item} />
        </div>
        <aside className={c.side}>
          <ItemFacts item={item} />
          <ItemServices item={item} />
        </aside>
      </div>
    </main>
  );
}
