import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { changeQueries } from '../changes/change-queries';
import { useRight } from '../data/session';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';
import { MarkdownText } from '../ticket/MarkdownText';
import { problemQueries } from './problem-queries';
import c from './problems.module.css';
import type { KnownError } from './types';
import { useLinkToProblem } from './use-link-to-problem';

const TYPING_MS = 350;

function Offers({ items, foot }: { items: readonly KnownError[]; foot?: (error: KnownError) => ReactNode }) {
  const { t } = useTexts();
  if (items.length === 0) return null;
  return (
    <section className={c.offers} aria-label={t('problem.known.title')}>
      <h3>{t('problem.known.title')}</h3>
      <ul>
        {items.map((error) => (
          <li key={error.problem?.id ?? error.title}>
            <span>
              {error.problem ? (
                <Link to="/desk/problems/$number" params={{ number: error.problem.number }}>
                  {error.title}
                </Link>
              ) : (
                <b>{error.title}</b>
              )}{' '}
              <small className="num">{error.problem?.number}</small>
            </span>
            <MarkdownText text={t('problem.known.workaround', { text: error.workaround })} />
            {error.rootCause && <small>{t('problem.known.cause', { text: error.rootCause })}</small>}
            {foot?.(error)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** While an incident is written down for a caller: known errors that sound like it. */
export function KnownErrorsTyped({ words, serviceId }: { words: string; serviceId: string | null }) {
  const [q] = useDebouncedValue(words.trim().slice(0, 1000), TYPING_MS);
  const { data = [] } = useQuery(problemQueries.like(q, serviceId));
  return <div aria-live="polite">{q.length > 2 && <Offers items={data} />}</div>;
}

function LinkOffer({ ticket, number }: { ticket: Ticket; number: string }) {
  const { t } = useTexts();
  const link = useLinkToProblem(ticket, () => undefined);
  return (
    <div className={c.offerFoot}>
      <Button size="compact-sm" variant="subtle" loading={link.isPending} onClick={() => link.mutate(number)}>
        {t('problem.known.link')}
      </Button>
    </div>
  );
}

/** Known errors that sound like an open incident and that it is not linked to yet. */
export function useKnownErrorsOf(ticket: Ticket): readonly KnownError[] {
  const open = !['resolved', 'closed', 'cancelled'].includes(ticket.state);
  const { data = [] } = useQuery({ ...problemQueries.likeTicket(ticket.id), enabled: open });
  const { data: links = [] } = useQuery(changeQueries.links(ticket.id));
  const linked = new Set(links.map((link) => link.ticket.number));
  return open ? data.filter(({ problem }) => problem !== null && !linked.has(problem.number)) : [];
}

/** Those known errors beside the incident; whoever works on problems links one with a click. */
export function KnownErrorsOf({ ticket }: { ticket: Ticket }) {
  const works = useRight('problem.work');
  const items = useKnownErrorsOf(ticket);
  return <Offers items={items} foot={({ problem }) => works && problem && <LinkOffer ticket={ticket} number={problem.number} />} />;
}
