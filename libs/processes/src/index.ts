export { type EventLog, type LogEvent } from './domain/event-log.js';
export { type DirectlyFollows, type MinedLog, mineLog, type Variant } from './domain/mine-log.js';
export { type LogColumns, readCsvLog } from './store/read-csv-log.js';
export { ProcessesModule } from './processes.module.js';
export { processesSchemas } from './store/process.schema.js';
export { WatchProcesses } from './use-cases/watch-processes.js';
