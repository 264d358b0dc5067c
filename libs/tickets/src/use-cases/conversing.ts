/** What other modules do with a ticket: its conversation, its files, what belongs together. */
export { SweepFiles } from '../jobs/sweep-files.js';
export { AddComment, type CommentAdded, type CommentInput } from './add-comment.js';
export { AttachFile, type FileInput } from './attach-file.js';
export { RemindOfAside } from '../jobs/remind-of-aside.js';
export { LinkTickets } from './link-tickets.js';
export { PutAside } from './put-aside.js';
export { ReplyToChildren } from './reply-to-children.js';
