import { Skeleton } from '@mantine/core';
import { useTexts } from '../texts';
import c from './ticket.module.css';

/** The shape of an open ticket, while it or the part that draws it is fetched. */
export function TicketLoading() {
  const { t } = useTexts();
  return (
    <section className={c.pane} role="status" aria-label={t('desk.loading')}>
      <div className={c.head}>
        <Skeleton height={12} width={140} />
        <Skeleton height={22} width="72%" mt={10} />
        <Skeleton height={20} width="48%" mt={12} />
      </div>
      <Skeleton height={56} radius={0} />
      <div className={c.scroll}>
        <Skeleton height={14} width="80%" />
        <Skeleton height={14} width="66%" mt={8} />
      </div>
    </section>
  );
}
