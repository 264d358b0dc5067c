export * from './job-registry.js';
export * from './job-runs.js';
export * from './job-workers.js';
export * from './jobs.js';
export * from './queue-connection.js';
