export * from './connection-loss.js';
export * from './pg-types.js';
export * from './data-source.js';
export { Database } from './database.js';
export * from './migrate.js';
export * from './seed-file.js';
export * from './transaction.js';
export * from './unit-of-work.js';
