import { demoId } from '#identity';
import {
  type ByOwner,
  EVERYBODY,
  type Ids,
  LEADS,
  type MatrixRow,
  plain,
  type ProblemRecordState,
  type RecordRow,
  STAFF_SEES,
  WORK,
} from '../row.js';

/** The desk's readers of tickets (`ticket.desk`). */
const DESK = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'] as const;
/** Agents, leads, the change manager. */
const OPENERS = ['elina', 'rihards', 'toms', 'andris'] as const;
const MANAGER: ByOwner = { order: ['dace'], civil: ['dace'], restricted: [] };

const row = (route: string, may: ByOwner, state: ProblemRecordState, body?: (ids: Ids) => object): RecordRow => ({
  ...{ kind: 'record', route, sees: STAFF_SEES, may, state },
  call: (ids) => ({ params: { id: ids.ticket, incident: ids.other }, ...(body ? { body: body(ids) } : {}) }),
});

const step = (what: string, may: ByOwner, state: ProblemRecordState, body: object): RecordRow =>
  row(`POST /problems/{id}/${what}`, may, state, () => body);

const OPENING = { title: 'Pārrāvumi', description: 'Rītos.', origin: 'trend', originText: 'Aug.', groupId: demoId('group', 'first-line') };

export const PROBLEMS: readonly MatrixRow[] = [
  plain('GET /lifecycles/problem', EVERYBODY),
  plain('GET /problems', DESK),
  plain('GET /problems/export', DESK, { call: { query: '?format=csv' } }),
  plain('GET /known-errors', EVERYBODY, { call: { query: '?q=tikls' } }),
  row('GET /tickets/{id}/known-errors', STAFF_SEES, 'problem_new'),
  plain('POST /problems', OPENERS, { call: { body: OPENING } }),
  row('GET /problems/{id}', STAFF_SEES, 'problem_new'),
  row('PATCH /problems/{id}', WORK, 'problem_new', () => ({ title: 'Rīta pārrāvumi' })),
  row('GET /problems/{id}/incidents', STAFF_SEES, 'problem_new'),
  row('POST /problems/{id}/incidents', WORK, 'problem_new', ({ other }) => ({ incident: other })),
  row('DELETE /problems/{id}/incidents/{incident}', WORK, 'problem_new'),
  step('investigation', LEADS, 'problem_new', { ownerId: demoId('person', 'elina') }),
  step('assignment', WORK, 'problem_new', { groupId: demoId('group', 'network') }),
  step('identification', WORK, 'problem_investigating', { rootCause: 'Programmatūra.', workaround: 'Pārstartēt.' }),
  step('dismissal', LEADS, 'problem_new', { reason: 'Nav problēma.' }),
  step('risk-acceptance', MANAGER, 'problem_known', { reason: 'Nomainīs gada beigās.' }),
  step('resolution', WORK, 'problem_accepted', { resolution: 'Sadzīvojam.' }),
  step('verification', LEADS, 'problem_watched', {}),
  {
    ...step('changes', WORK, 'problem_known', {}),
    call: (ids) => ({ params: { id: ids.ticket }, body: { change: ids.change ?? ids.ticket } }),
  },
];
