import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../shared/api/problem';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import c from './reply.module.css';
import { isConflict } from './use-change';

/** What names a ticket of any kind. */
export type TicketName = Pick<Ticket, 'id' | 'number' | 'title'>;

/** What went wrong, that nothing typed is lost, and, when somebody else was faster, a way to see what he changed. */
export function ProblemNote({ error, ticket }: { error: Error; ticket?: TicketName }) {
  const texts = useTexts();
  const client = useQueryClient();
  const conflict = ticket && isConflict(error);
  const reload = (): void => {
    if (!ticket) return;
    for (const part of ['ticket', 'comments', 'history', 'clocks']) {
      void client.invalidateQueries({ queryKey: [part, ticket.id] });
      void client.invalidateQueries({ queryKey: [part, ticket.number] });
    }
    void client.invalidateQueries({ queryKey: ['changes'] });
  };
  return (
    <div className={c.problem} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        {conflict ? texts.t('conflict.text') : problemText(texts, error)}
        {conflict && (
          <Button size="compact-sm" variant="default" ml={8} onClick={reload}>
            {texts.t('conflict.reload')}
          </Button>
        )}
      </div>
    </div>
  );
}
