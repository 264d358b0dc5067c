export { ProblemsModule } from './problems.module.js';
export { problemsSchemas } from './store/problem.schema.js';
export { OPEN_PROBLEM_STATES, PROBLEM_STATES, problemLifecycle, type ProblemState } from './domain/problem-lifecycle.js';
export { ProblemPageResponse, type ProblemSummaryResponse } from './http/responses/problem.response.js';
export { KnownErrors } from './reads/known-errors.js';
export { type ProblemFacts, toProblemSummary } from './reads/problem-summary.js';
export * from './use-cases/problem-use-cases.js';
