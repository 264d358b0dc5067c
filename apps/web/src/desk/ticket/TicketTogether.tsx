import { ActionIcon, Button } from '@mantine/core';
import { IconCopy, IconCornerDownRight, IconCornerUpLeft, IconHierarchy2, IconLink, IconPlus, IconX, type Icon } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../shared/api/api';
import { changeQueries } from '../changes/change-queries';
import type { Ticket, TicketState } from '../data/types';
import { StatePill } from '../marks/StatePill';
import { useTexts, type TextKey } from '../texts';
import { linkedIncidents } from './linked';
import { ProblemNote } from './ProblemNote';
import { TicketSection } from './TicketSection';
import type { TicketLink } from './together-queries';

const LinkDialog = lazy(async () => ({ default: (await import('./dialogs/LinkDialog')).LinkDialog }));
const ChildrenDialog = lazy(async () => ({ default: (await import('./dialogs/ChildrenDialog')).ChildrenDialog }));

const words: Readonly<Record<string, { readonly key: TextKey; readonly sign: Icon }>> = {
  'child_of-out': { key: 'together.parent', sign: IconHierarchy2 },
  'child_of-in': { key: 'together.child', sign: IconCornerDownRight },
  'duplicate_of-out': { key: 'together.mergedInto', sign: IconCopy },
  'duplicate_of-in': { key: 'together.merged', sign: IconCopy },
  'follow_up-out': { key: 'together.follows', sign: IconCornerUpLeft },
  'follow_up-in': { key: 'together.followedBy', sign: IconCornerDownRight },
  'related-out': { key: 'together.related', sign: IconLink },
  'related-in': { key: 'together.related', sign: IconLink },
};
const wordOf = ({ kind, direction }: TicketLink) => words[`${kind}-${direction}`];
const isOpenState = (state: string): boolean => ['new', 'assigned', 'in_progress', 'on_hold'].includes(state);

/** A child is taken from its parent by the link that leads from the child. */
function useUnlink(ticket: Ticket) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, direction, ticket: { id } }: TicketLink) => {
      const [from, to] = kind === 'child_of' && direction === 'in' ? [id, ticket.id] : [ticket.id, id];
      return api.DELETE('/api/v1/tickets/{id}/links/{kind}/{target}', { params: { path: { id: from, kind, target: to } } });
    },
    onSuccess: () => Promise.all([['changes', 'links'], ['history'], ['ticket']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

function LinkLine({ link, works, onRemove }: { link: TicketLink; works: boolean; onRemove: () => void }) {
  const { t } = useTexts();
  const word = wordOf(link);
  if (!word) return null;
  const Sign = word.sign;
  const { number } = link.ticket;
  return (
    <li>
      <Sign size={15} aria-hidden />
      <span>{t(word.key)}</span>
      <Link to="/desk/tickets/$number" params={{ number }} search={(old) => old}>
        {link.title}
      </Link>
      <small className="num">{number}</small>
      <StatePill state={link.state as TicketState} />
      {works && (link.kind === 'related' || link.kind === 'child_of') && (
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={t('together.remove', { number })} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

/** The incidents that belong to this one: parent, children, merged ones, follow-ups, related ones. One answer reaches all open children. */
export function TicketTogether({ ticket }: { ticket: Ticket }) {
  const { t } = useTexts();
  const { data: links = [] } = useQuery(changeQueries.links(ticket.id));
  const [dialog, setDialog] = useState<'link' | 'children' | null>(null);
  const unlink = useUnlink(ticket);
  const works = ticket.abilities.noteInternal;
  const found = linkedIncidents(links);
  const waiting = found.filter(({ kind, direction, state }) => kind === 'child_of' && direction === 'in' && isOpenState(state));
  if (found.length === 0 && !works) return null;
  return (
    <TicketSection label={t('together.label')}>
      <ul>
        {found.map((link) => (
          <LinkLine key={`${link.kind}${link.direction}${link.ticket.id}`} link={link} works={works} onRemove={() => unlink.mutate(link)} />
        ))}
        {works && (
          <li data-add>
            {waiting.length > 0 && (
              <Button size="compact-sm" onClick={() => setDialog('children')}>
                {t('together.answerAll', { count: waiting.length })}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDialog('link')}>
              {t('together.add')}
            </Button>
          </li>
        )}
      </ul>
      {unlink.error && <ProblemNote error={unlink.error} />}
      <Suspense>
        {dialog === 'link' && <LinkDialog ticket={ticket} onClose={() => setDialog(null)} />}
        {dialog === 'children' && <ChildrenDialog ticket={ticket} count={waiting.length} onClose={() => setDialog(null)} />}
      </Suspense>
    </TicketSection>
  );
}
