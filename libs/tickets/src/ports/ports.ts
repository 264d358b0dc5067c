export * from './history-words.js';
export * from './ticket-clocks.js';
export * from './ticket-kinds.js';
export * from './ticket-ratings.js';
