export { RepliesModule } from './replies.module.js';
export { repliesSchemas } from './store/replies.schema.js';
export { type AnswerScope, type AnswerTerms } from './domain/answer.js';
export { PRESENCE } from './domain/presence.js';
export { type SharedAnswer, SharedAnswers } from './reads/shared-answers.js';
export { AnswerAutomatically } from './use-cases/answer-automatically.js';
export { KeepAnswer } from './use-cases/keep-answer.js';
export { SaveDraft } from './use-cases/save-draft.js';
