import { Button } from '@mantine/core';
import { IconCalendarClock } from '@tabler/icons-react';
import type { Ticket } from '../data/types';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import { Notice } from './Notice';
import { useAside } from './use-aside';

/** The ticket was put aside until a day; the clocks run on. */
export function AsideNotice({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const { takeUp } = useAside(ticket);
  if (ticket.asideUntil === null) return null;
  return (
    <Notice tone="grey" icon={IconCalendarClock} title={t('aside.notice', { day: date(ticket.asideUntil) })}>
      {ticket.asideNote && <p>{ticket.asideNote}</p>}
      {ticket.abilities.putAside && (
        <Button size="compact-sm" variant="default" mt={6} loading={takeUp.isPending} onClick={() => takeUp.mutate()}>
          {t('aside.takeUp')}
        </Button>
      )}
    </Notice>
  );
}
