export { ApprovalsModule } from './approvals.module.js';
export { ApprovalBook } from './use-cases/approval-book.js';
export { DecideApproval } from './use-cases/decide-approval.js';
export { type ApprovalSubject, ApprovalSubjects, type SubjectConflict, type SubjectFacts } from './ports/approval-subjects.js';
export { type AskedApproval, AskedApprovals } from './reads/asked-approvals.js';
export type { ApprovalStanding, StandingApproval, StandingRound, StandingStep } from './domain/approval-standing.js';
export * from './domain/approval-words.js';
export { approvalsSchemas } from './store/approval.schema.js';
