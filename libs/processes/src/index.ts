export { type EventLog, type LogEvent } from './domain/event-log.js';
export { type DirectlyFollows, type MinedLog, mineLog, type Variant } from './domain/mine-log.js';
export { type LogColumns, readCsvLog } from './store/read-csv-log.js';
