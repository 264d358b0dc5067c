import { Button } from '@mantine/core';
import { IconPlus, IconTopologyStar3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { changeQueries } from '../changes/change-queries';
import { useRight } from '../data/session';
import type { Ticket } from '../data/types';
import { StatePill } from '../marks/StatePill';
import { useTexts } from '../texts';
import { linkedProblems } from '../ticket/linked';
import { TicketSection } from '../ticket/TicketSection';
import type { ProblemState } from './types';

const OpenProblemDialog = lazy(async () => ({ default: (await import('./dialogs/OpenProblemDialog')).OpenProblemDialog }));
const ToProblemDialog = lazy(async () => ({ default: (await import('./dialogs/ToProblemDialog')).ToProblemDialog }));

/** The problem that an incident comes from; whoever works on problems opens one or links it. */
export function TicketProblems({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const works = useRight('problem.work');
  const { data: links = [] } = useQuery(changeQueries.links(ticket.id));
  const [dialog, setDialog] = useState<'open' | 'link' | null>(null);
  const found = linkedProblems(links);
  if (found.length === 0 && !works) return null;
  return (
    <TicketSection label={t('problem.ticket.linked')}>
      <ul>
        {found.map(({ ticket: { id, number }, title, state }) => (
          <li key={id}>
            <IconTopologyStar3 size={15} aria-hidden />
            <span>{t('problem.ticket.comesFrom')}</span>
            <Link to="/desk/problems/$number" params={{ number }}>
              {title}
            </Link>
            <small className="num">{number}</small>
            <StatePill state={state} word={t(`problem.step.${state as ProblemState}`)} />
          </li>
        ))}
        {works && (
          <li data-add>
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDialog('open')}>
              {t('problem.ticket.open')}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setDialog('link')}>
              {t('problem.ticket.link')}
            </Button>
          </li>
        )}
      </ul>
      <Suspense>
        {dialog === 'open' && (
          <OpenProblemDialog
            incident={ticket}
            onClose={() => setDialog(null)}
            onOpened={({ number }) => void navigate({ to: '/desk/problems/$number', params: { number } })}
          />
        )}
        {dialog === 'link' && <ToProblemDialog ticket={ticket} onClose={() => setDialog(null)} />}
      </Suspense>
    </TicketSection>
  );
}
