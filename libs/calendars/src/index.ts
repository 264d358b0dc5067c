export { CalendarsModule } from './calendars.module.js';
export type { CalendarDefinition, CalendarException, CalendarVersion, ExceptionKind, Weekday, Window } from './domain/calendar-version.js';
export { type CountingReason, explain, type ExplainedInterval } from './domain/explanation.js';
export { WorkingCalendar } from './domain/working-calendar.js';
export { CalendarBook, type PublishedCalendar } from './reads/calendar-book.js';
export { type VersionChain, versionChains } from './reads/version-chains.js';
export { CalendarDrafts, type DraftOnGround } from './reads/calendar-drafts.js';
export { calendarVersionInForce } from './store/in-force-sql.js';
export { calendarsSchemas } from './store/calendar.schema.js';
