import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';
import type { Page, TicketSummary } from '../data/types';

type Schemas = components['schemas'];

export type HandoverPerson = Schemas['HandOverPersonResponse'];

/** An open incident, a problem or a change of somebody. */
export interface HandoverRow extends Pick<TicketSummary, 'id' | 'number' | 'title' | 'holdReason' | 'version' | 'assignee'> {
  readonly kind: 'incident' | 'problem' | 'change';
  /** In the words of its kind's lifecycle. */
  readonly state: string;
  /** Nobody is asked to take what is in no group. */
  readonly group: NonNullable<TicketSummary['group']>;
  /** Changes have none. */
  readonly priority: number | null;
  /** The incident as batches take it. */
  readonly incident: TicketSummary | null;
}

/** Of each kind so many are handed over at once: what two requests of a batch take. */
export const SHOWN = 200;

type Listed = Schemas['ProblemSummaryResponse'] | Schemas['ChangeSummaryResponse'];

const rowOf = (kind: 'problem' | 'change', one: Listed, priority: number | null): HandoverRow[] =>
  one.group === null ? [] : [{ ...one, kind, group: one.group, holdReason: null, priority, incident: null }];

async function incidentsOf(assigneeId: string): Promise<{ rows: HandoverRow[]; more: boolean }> {
  const query = { view: 'all' as const, type: 'incident' as const, assigneeId, sort: 'due' as const, limit: SHOWN };
  const page = (await bodyOf(api.GET('/api/v1/tickets', { params: { query } }))) as Page<TicketSummary>;
  const rows = page.items.flatMap((incident): HandoverRow[] =>
    incident.group === null ? [] : [{ ...incident, kind: 'incident', group: incident.group, incident }],
  );
  return { rows, more: page.nextCursor !== null };
}

/** Read anew whenever the page is opened and after each handing over. */
export const handoverQueries = {
  people: () => queryOptions({ queryKey: ['handover'], queryFn: () => bodyOf(api.GET('/api/v1/hand-over/people')), staleTime: 0 }),
  workOf: (assigneeId: string) =>
    queryOptions({
      queryKey: ['handover', assigneeId],
      queryFn: async () => {
        const query = { assigneeId, limit: SHOWN };
        const [incidents, problems, changes] = await Promise.all([
          incidentsOf(assigneeId),
          bodyOf(api.GET('/api/v1/problems', { params: { query } })),
          bodyOf(api.GET('/api/v1/changes', { params: { query } })),
        ]);
        const others = [
          ...problems.items.flatMap((problem) => rowOf('problem', problem, problem.priority)),
          ...changes.items.flatMap((change) => rowOf('change', change, null)),
        ];
        return {
          rows: [...incidents.rows, ...others],
          more: incidents.more || problems.nextCursor !== null || changes.nextCursor !== null,
        };
      },
      staleTime: 0,
    }),
};
