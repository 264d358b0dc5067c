export { type TicketQuery } from '../domain/ticket-query.js';
export { ticketCountsSql } from './ticket-counts.js';
export { ticketListSql } from './ticket-list-sql.js';
export { TICKET_COLUMNS } from '../store/ticket-columns.js';
export { numbersMeant, titlePattern } from '../domain/ticket-query.js';
