export { EventAnnouncer } from './event-announcer.js';
export * from './event-feed.js';
export * from './event-log.js';
export * from './reaction-registry.js';
export * from './relay.js';
export { Signals } from './signals.js';
