import { attachmentSchema, commentSchema, linkSchema, pastGroupSchema, watcherSchema } from './conversation.schema.js';
import { ticketSchema } from './ticket.schema.js';

export const ticketsSchemas = [ticketSchema, commentSchema, attachmentSchema, watcherSchema, linkSchema, pastGroupSchema];
