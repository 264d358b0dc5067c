export { ChangesModule } from './changes.module.js';
export { changesSchemas } from './store/change.schema.js';
export { type AskedWindow, ConflictCheck } from './reads/conflict-check.js';
export { changesCalendarSchemas } from './store/calendar.schema.js';
export { CHANGE_STATES, changeLifecycle, type ChangeState } from './domain/change-lifecycle.js';
export * from './domain/change-words.js';
export { ChangePageResponse, type ChangeSummaryResponse } from './http/responses/change.response.js';
export { type ChangeFacts, toChangeSummary } from './reads/change-summary.js';
export { AnnouncementNews } from './reads/announcement-news.js';
