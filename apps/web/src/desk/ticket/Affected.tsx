import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Told } from '../announcements/Told';
import { useRight } from '../data/session';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import type { TicketAction } from './current-ticket';
import { Notice } from './Notice';

/** People have said that they have it too: what that proposes of the priority. */
function Proposal({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const { t } = useTexts();
  const proposed = ticket.proposedPriority;
  if (!proposed) return null;
  const { people, institutions, impact, priority } = proposed;
  const counts = { people: t('affected.people', { count: people }), institutions: t('affected.institutions', { count: institutions }) };
  return (
    <Notice tone="pending" icon={IconUsersGroup} title={t('affected.also', counts)}>
      <p>{t('affected.proposal', { impact: t(`impact.${impact}`), priority: `P${priority}` })}</p>
      {ticket.abilities.changePriority && (
        <Button size="compact-sm" variant="default" mt={6} onClick={() => act('priority')}>
          {t('affected.accept')}
        </Button>
      )}
    </Notice>
  );
}

/** Who else a major incident concerns: what they are told, and what their number says of its priority. */
export function Affected({ ticket, act }: { ticket: Ticket; act: (action: TicketAction) => void }) {
  const reads = useRight('change.read');
  return (
    <>
      <Proposal ticket={ticket} act={act} />
      {reads && ticket.major === 'declared' && <Told of={{ incident: ticket }} />}
    </>
  );
}
