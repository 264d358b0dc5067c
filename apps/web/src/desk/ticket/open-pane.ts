import { part } from '../part';

/** The open ticket: it comes when one is opened, or when the list beside it stands and nothing else is to do. */
export const TicketPane = part(() => import('./TicketPane'), 'TicketPane');
