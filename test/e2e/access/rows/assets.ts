import { demoItemId } from '#assets';
import { demoId } from '#identity';
import { act, type ByOwner, type Ids, type MatrixRow, NOTHING, PEOPLE, plain, read, type RecordRow, WORK } from '../row.js';

/** DOMAIN 9, "CMDB/equipment": all but the administrator read what they are the custodian of. */
const READERS = PEOPLE.filter((person) => person !== 'admin');
const ALL_ITEMS = ['elina', 'rihards', 'toms', 'andris', 'viktors', 'inga'] as const;
const SEES_ITEM: ByOwner = { order: ['ilze', 'zane', ...ALL_ITEMS], civil: ['janis', ...ALL_ITEMS], restricted: ALL_ITEMS };
const KEEPS: ByOwner = { order: ['viktors'], civil: ['viktors'], restricted: ['viktors'] };
const NEW_ITEM = { tag: 'M-1', name: 'Dators', class: 'laptop', institutionId: demoId('institution', 'order') };
const SWITCH = demoItemId('NET-0002');

const item = (route: string, may: ByOwner, more: (ids: Ids) => ReturnType<RecordRow['call']> = () => ({})): RecordRow => ({
  kind: 'record',
  route,
  sees: SEES_ITEM,
  may,
  call: (ids) => {
    const { params, ...rest } = more(ids);
    return { params: { id: ids.item, ...params }, ...rest };
  },
});

export const ASSETS: readonly MatrixRow[] = [
  plain('GET /configuration-items', READERS),
  plain('GET /configuration-items/counts', READERS),
  plain('GET /configuration-items/export', READERS, { call: { query: '?format=csv' } }),
  plain('POST /configuration-items', ['viktors'], { call: { body: NEW_ITEM } }),
  plain('GET /equipment-count', READERS),
  plain('GET /equipment-count/rows', READERS),
  plain('GET /update-coverage', READERS),
  plain('GET /update-coverage/rows', READERS),
  plain('POST /configuration-items/agent-status', ['viktors'], { call: { file: true }, answers: 422 }),
  item('GET /configuration-items/{id}', SEES_ITEM),
  item('PATCH /configuration-items/{id}', KEEPS, () => ({ body: { note: 'Pārbaudīts.' } })),
  item('GET /configuration-items/{id}/history', SEES_ITEM),
  item('GET /configuration-items/{id}/relations', SEES_ITEM),
  item('POST /configuration-items/{id}/relations', KEEPS, () => ({ body: { kind: 'connected_to', target: SWITCH } })),
  item('DELETE /configuration-items/{id}/relations/{kind}/{targetId}', KEEPS, () => ({
    params: { kind: 'connected_to', targetId: SWITCH },
  })),
  item('PUT /configuration-items/{id}/services/{serviceId}', KEEPS, () => ({ params: { serviceId: demoId('service', 'MAIL') } })),
  item('DELETE /configuration-items/{id}/services/{serviceId}', KEEPS, () => ({ params: { serviceId: demoId('service', 'MAIL') } })),
  item('GET /configuration-items/{id}/tickets', SEES_ITEM),
  // The file of this world has no column of tags.
  plain('POST /configuration-item-imports', ['viktors'], { call: { file: true }, answers: 422 }),
  plain('GET /configuration-item-imports/{id}', ['viktors'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('POST /configuration-item-imports/{id}/application', ['viktors'], { call: { params: { id: NOTHING } }, answers: 404 }),
  read('GET /tickets/{id}/configuration-items'),
  act('POST /tickets/{id}/configuration-items', WORK, () => ({ itemId: SWITCH })),
  {
    ...act('DELETE /tickets/{id}/configuration-items/{itemId}', WORK, () => ({})),
    call: (ids) => ({ params: { id: ids.ticket, itemId: SWITCH } }),
  },
];
