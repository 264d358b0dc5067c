export { SurveysModule } from './surveys.module.js';
export { answerSchemas } from './store/answer.schema.js';
export { surveysSchemas } from './store/survey.schema.js';
export { campaignSchemas } from './store/campaign.schema.js';
export { IssueInvitations, type InvitationRound } from './use-cases/issue-invitations.js';
export { CampaignCoverage, type InstitutionNews } from './reads/campaign-coverage.js';
export type { Words } from './domain/question.js';
