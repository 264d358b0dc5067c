export * from './continue-runs.js';
export * from './run.js';
export * from './run-table.js';
export * from './run-table.schema.js';
