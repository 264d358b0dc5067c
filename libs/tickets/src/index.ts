export { TicketsModule } from './tickets.module.js';
export * from './domain/ticket.js';
export * from './domain/priority.js';
export { type TextWarning, textWarnings } from './domain/personal-code.js';
export { notAllowed, standingOf, type TicketStanding, type TicketTies } from './domain/ticket-standing.js';
export { Params, ticketVisibility } from './domain/ticket-visibility.js';
export * from './ports/ports.js';
export * from './reads/ticket-facts.js';
export {
  insertTicketSql,
  type NewTicket,
  saveTicket,
  dueAtRows,
  setDueAtsSql,
  setEscalationRank,
  type TicketDueAt,
} from './store/ticket-writes.js';
export { factsOfTakenCases, keepTakenCases, type TakenCase, takenCases } from './store/import-cases.js';
export { hasTickets, importTickets, type ImportedTicket } from './store/import-tickets.js';
export { type CommentKind, findComment, insertComment, type NewComment } from './store/comments.js';
export { ticketsSchemas } from './store/schemas.js';
export { addLink, LINK_KINDS, type LinkKind } from './store/links.js';
export { carryWatchers } from './store/watchers.js';
export { type Named, Names, type NameWants, TicketNames } from './reads/ticket-names.js';
export { TicketView } from './reads/ticket-view.js';
export { TicketResponse } from './http/responses/ticket.response.js';
export { ClockCalendarResponse, ClockSummaryResponse } from './http/responses/ticket-summary.response.js';
export * from './reads/queue-sql.js';
export { type LockedTicket, lockFreeTickets, lockTicket, lockTicketForSystem, type TicketTarget } from './store/lock-ticket.js';
