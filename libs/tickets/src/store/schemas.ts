import { attachmentSchema, commentSchema, linkSchema, pastGroupSchema, ticketItemSchema, watcherSchema } from './conversation.schema.js';
import { importCaseSchema } from './import-case.schema.js';
import { savedViewSchema } from './saved-view.schema.js';
import { ticketSchema } from './ticket.schema.js';

export const ticketsSchemas = [
  ticketSchema,
  commentSchema,
  attachmentSchema,
  watcherSchema,
  linkSchema,
  pastGroupSchema,
  ticketItemSchema,
  importCaseSchema,
  savedViewSchema,
];
