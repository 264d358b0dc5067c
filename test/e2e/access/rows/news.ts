import { EVERYBODY, NOTHING, plain, type MatrixRow } from '../row.js';

const TEXT = { params: { key: 'mail.greeting' } };

export const NEWS: readonly MatrixRow[] = [
  plain('GET /notices', EVERYBODY),
  plain('POST /notices/read', EVERYBODY, { call: { body: { all: true } } }),
  plain('GET /me/notice-settings', EVERYBODY),
  plain('PUT /me/notice-settings', EVERYBODY, { call: { body: { topics: [], urgentAtOnce: true } } }),
  plain('GET /stream', EVERYBODY),
  plain('GET /mailbox', ['admin']),
  plain('GET /mailbox/{id}/page', ['admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /mailbox/{id}', ['admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /notice-texts', ['admin']),
  plain('GET /notice-texts/{key}', ['admin'], { call: TEXT }),
  plain('PUT /notice-texts/{key}', ['admin'], { call: { ...TEXT, body: { lv: 'Sveiki, {{name}}!', en: 'Hello {{name}}' } } }),
  plain('DELETE /notice-texts/{key}', ['admin'], { call: TEXT }),
  plain('GET /notice-texts/{key}/sample', ['admin'], { call: { ...TEXT, query: '?locale=lv' } }),
  plain('GET /notice-texts/{key}/page', ['admin'], { call: { ...TEXT, query: '?locale=lv' } }),
  plain('POST /notice-texts/{key}/trial-mail', ['admin'], { call: { ...TEXT, body: { locale: 'lv' } } }),
  plain('GET /notice-texts/{key}/history', ['admin'], { call: TEXT }),
  plain('GET /audit-events', ['inga', 'admin']),
  plain('GET /audit-events/export', ['inga', 'admin'], { call: { query: '?format=csv' } }),
];
