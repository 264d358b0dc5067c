export { TicketRefResponse } from './ticket-ref.response.js';
export { ClockCalendarResponse, ClockSummaryResponse, TicketPageResponse } from './ticket-summary.response.js';
export { TicketResponse } from './ticket.response.js';
