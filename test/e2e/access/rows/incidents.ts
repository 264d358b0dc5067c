import { demoId } from '#identity';
import { act, both, EVERYBODY, LEADS, NOTHING, NOW, OWN, plain, read, REQUESTERS, STAFF_SEES, WORK, type MatrixRow } from '../row.js';

export const INCIDENTS: readonly MatrixRow[] = [
  plain('GET /lifecycles/incident', EVERYBODY),
  plain('GET /reference-words', EVERYBODY),
  plain('POST /reference-words', ['admin'], {
    call: { body: { list: 'hold_reason', code: 'awaiting_part', nameLv: 'Gaida detaļu', nameEn: 'Awaiting a part' } },
  }),
  plain('PUT /reference-words/order', ['admin'], { call: { body: { list: 'hold_reason', ids: [] } }, answers: 422 }),
  plain('PATCH /reference-words/{id}', ['admin'], { call: { params: { id: NOTHING }, body: { nameEn: 'Part' } }, answers: 404 }),
  plain('GET /reference-words/{id}/history', ['inga', 'admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('POST /incidents', REQUESTERS, { call: { body: { title: 'Nedrukā', description: 'Neko.' } } }),
  act('POST /incidents/{id}/acceptance', WORK, () => ({})),
  act('POST /incidents/{id}/assignment', WORK, (ids) => ({ groupId: ids.group, reason: 'Tīkla kļūda.' })),
  act('POST /incidents/{id}/hold', WORK, () => ({ reason: 'awaiting_vendor' }), { state: 'in_progress' }),
  act('POST /incidents/{id}/resumption', WORK, () => ({}), { state: 'on_hold' }),
  act('POST /incidents/{id}/resolution', WORK, () => ({ code: 'fixed', text: 'Nomainīts kabelis.' }), { state: 'in_progress' }),
  act('POST /incidents/{id}/confirmation', OWN, () => ({}), { state: 'resolved' }),
  act('POST /incidents/{id}/reopening', both(OWN, WORK), () => ({ reason: 'Joprojām nedarbojas.' }), { state: 'resolved' }),
  act('POST /incidents/{id}/cancellation', both(OWN, WORK), () => ({ reason: 'withdrawn' })),
  act('POST /incidents/{id}/unmerging', LEADS, () => ({ reason: 'Cits printeris.' }), { state: 'merged' }),
  act('POST /incidents/{id}/children/resolution', WORK, () => ({ code: 'fixed', text: 'Novērsts.' }), { state: 'parent' }),
  { ...read('GET /incidents/{id}/communications'), may: STAFF_SEES },
  act('POST /incidents/{id}/communications', WORK, () => ({ audience: 'users', channel: 'email', body: 'Strādājam.' }), {
    state: 'urgent',
  }),
  act('POST /incidents/{id}/service', WORK, () => ({ serviceId: demoId('service', 'EID') })),
  act('POST /incidents/{id}/category', WORK, () => ({ category: null })),
  act('POST /incidents/{id}/security', WORK, () => ({ awareAt: NOW })),
  act('POST /incidents/{id}/security/warning-sent', WORK, () => ({ at: NOW }), { state: 'security' }),
  act('POST /incidents/{id}/security/notification-sent', WORK, () => ({ at: NOW }), { state: 'security' }),
  act('POST /incidents/{id}/security/final-report-sent', WORK, () => ({ at: NOW }), { state: 'notified' }),
  act('POST /incidents/{id}/major', LEADS, () => ({ major: true })),
  act('POST /incidents/{id}/priority', WORK, () => ({ impact: 2, urgency: 2, reason: 'new_information' })),
];
