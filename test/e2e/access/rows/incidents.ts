import { demoId } from '#identity';
import { act, both, EVERYBODY, LEADS, NOW, OWN, plain, REQUESTERS, WORK, type MatrixRow } from '../row.js';

export const INCIDENTS: readonly MatrixRow[] = [
  plain('GET /lifecycles/incident', EVERYBODY),
  plain('POST /incidents', REQUESTERS, { call: { body: { title: 'Nedrukā', description: 'Neko.' } } }),
  act('POST /incidents/{id}/acceptance', WORK, () => ({})),
  act('POST /incidents/{id}/assignment', WORK, (ids) => ({ groupId: ids.group, reason: 'Tīkla kļūda.' })),
  act('POST /incidents/{id}/hold', WORK, () => ({ reason: 'awaiting_vendor' }), { state: 'in_progress' }),
  act('POST /incidents/{id}/resumption', WORK, () => ({}), { state: 'on_hold' }),
  act('POST /incidents/{id}/resolution', WORK, () => ({ code: 'fixed', text: 'Nomainīts kabelis.' }), { state: 'in_progress' }),
  act('POST /incidents/{id}/confirmation', OWN, () => ({}), { state: 'resolved' }),
  act('POST /incidents/{id}/reopening', both(OWN, WORK), () => ({ reason: 'Joprojām nedarbojas.' }), { state: 'resolved' }),
  act('POST /incidents/{id}/cancellation', both(OWN, WORK), () => ({ reason: 'withdrawn' })),
  act('POST /incidents/{id}/service', WORK, () => ({ serviceId: demoId('service', 'EID') })),
  act('POST /incidents/{id}/security', WORK, () => ({ awareAt: NOW })),
  act('POST /incidents/{id}/security/warning-sent', WORK, () => ({ at: NOW }), { state: 'security' }),
  act('POST /incidents/{id}/security/notification-sent', WORK, () => ({ at: NOW }), { state: 'security' }),
  act('POST /incidents/{id}/security/final-report-sent', WORK, () => ({ at: NOW }), { state: 'notified' }),
  act('POST /incidents/{id}/major', LEADS, () => ({ major: true })),
  act('POST /incidents/{id}/priority', WORK, () => ({ impact: 2, urgency: 2, reason: 'new_information' })),
];
