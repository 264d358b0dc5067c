import { Button } from '@mantine/core';
import { IconGitPullRequest, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { changeQueries } from '../changes/change-queries';
import { useRight } from '../data/session';
import type { Ticket } from '../data/types';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import { linkedChanges } from './linked';
import { TicketSection } from './TicketSection';

const NewChangeDialog = lazy(async () => ({ default: (await import('../changes/dialogs/NewChangeDialog')).NewChangeDialog }));
const CausedByDialog = lazy(async () => ({ default: (await import('../changes/dialogs/CausedByDialog')).CausedByDialog }));

const kinds = { resolved_by: 'change.ticket.solves', caused_by: 'change.ticket.causedBy' } as const;

/** The changes that are to solve the ticket or that caused it; whoever drafts changes raises one, whoever works on the ticket says which it was. */
export function TicketChanges({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const raises = useRight('change.draft');
  const marks = ticket.abilities.noteInternal;
  const { data: links = [] } = useQuery(changeQueries.links(ticket.id));
  const [dialog, setDialog] = useState<'raise' | 'caused' | null>(null);
  const found = linkedChanges(links);
  if (found.length === 0 && !raises && !marks) return null;
  return (
    <TicketSection label={t('change.ticket.linked')}>
      <ul>
        {found.map(({ kind, ticket: { id, number }, title, state }) => (
          <li key={`${kind}${id}`}>
            <IconGitPullRequest size={15} aria-hidden />
            <span>{t(kinds[kind])}</span>
            <Link to="/desk/changes/$number" params={{ number }}>
              {title}
            </Link>
            <small className="num">{number}</small>
            <StatePill state={state} />
          </li>
        ))}
        {(raises || marks) && (
          <li data-add>
            {raises && (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => setDialog('raise')}
              >
                {t('change.ticket.raise')}
              </Button>
            )}
            {marks && (
              <Button size="compact-sm" variant="subtle" onClick={() => setDialog('caused')}>
                {t('change.ticket.caused')}
              </Button>
            )}
          </li>
        )}
      </ul>
      <Suspense>
        {dialog === 'raise' && (
          <NewChangeDialog
            incident={ticket}
            onClose={() => setDialog(null)}
            onMade={({ number }) => void navigate({ to: '/desk/changes/$number', params: { number } })}
          />
        )}
        {dialog === 'caused' && <CausedByDialog ticket={ticket} onClose={() => setDialog(null)} />}
      </Suspense>
    </TicketSection>
  );
}
