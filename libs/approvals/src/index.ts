export { ApprovalsModule } from './approvals.module.js';
export { ApprovalBook } from './use-cases/approval-book.js';
export type { ApprovalStanding, StandingApproval, StandingRound, StandingStep } from './domain/approval-standing.js';
export * from './domain/approval-words.js';
export { approvalsSchemas } from './store/approval.schema.js';
