import { useQuery } from '@tanstack/react-query';
import { assetQueries } from '../assets/asset-queries';
import { changeQueries } from '../changes/change-queries';
import type { Ticket } from '../data/types';
import { useKnownErrorsOf } from '../problems/KnownErrors';
import { useSimilarOf } from '../search/SimilarTickets';
import { linkedChanges, linkedIncidents, linkedProblems } from './linked';
import { useCommunications } from './MajorLog';
import { togetherQueries } from './together-queries';

/** What is known of a ticket beside its conversation, in the order in which it is offered. */
export const parts = ['details', 'log', 'known', 'similar', 'together', 'problem', 'changes', 'devices', 'watchers'] as const;
export type Part = (typeof parts)[number];

/** How much there is of each part; null where it is no list, or where its being empty says something too. */
export function useContextCounts(ticket: Ticket): Partial<Record<Part, number | null>> {
  const { data: links = [] } = useQuery(changeQueries.links(ticket.id));
  const { data: devices } = useQuery(assetQueries.ofTicket(ticket.id));
  const { data: watchers } = useQuery(togetherQueries.watchers(ticket.id));
  const told = useCommunications(ticket);
  return {
    ...(told ? { log: told.length || null } : {}),
    known: useKnownErrorsOf(ticket).length,
    similar: useSimilarOf(ticket).length,
    details: null,
    together: linkedIncidents(links).length,
    problem: linkedProblems(links).length,
    changes: linkedChanges(links).length,
    devices: devices?.length ?? 0,
    watchers: watchers?.length ?? 0,
  };
}
