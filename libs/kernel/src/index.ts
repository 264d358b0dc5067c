export * from './instant.js';
export * from './clock.js';
export * from './interval.js';
export * from './domain-error.js';
export * from './domain-event.js';
export * from './lifecycle.js';
export * from './wilson-interval.js';
