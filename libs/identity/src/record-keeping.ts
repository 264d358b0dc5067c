/** For modules whose records are kept like those of the organisation: under a version, with a history of what was before and after. */
export { ChangeHistoryResponse } from './http/responses/change-history.response.js';
export { ChangeHistory } from './reads/change-history.js';
export * from './store/record-table.js';
export { recordEvent, RecordWork } from './use-cases/record-work.js';
