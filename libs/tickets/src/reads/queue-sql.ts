export { type TicketQuery } from '../domain/ticket-query.js';
export { ticketCountsSql } from './ticket-counts.js';
export { ticketListSql } from './ticket-list-sql.js';
