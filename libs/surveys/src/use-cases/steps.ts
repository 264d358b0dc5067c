/** The steps of a campaign's life, for whoever takes them on behalf of a person: the command line's demonstration. */
export { ApproveCampaign } from './approve-campaign.js';
export { AskForPublication } from './ask-for-publication.js';
export { CreateCampaign } from './create-campaign.js';
export { FreezeSurveyVersion } from './freeze-survey-version.js';
export { OpenCampaign } from './open-campaign.js';
export { PublishCampaign } from './publish-campaign.js';
export { RedactComment } from './redact-comment.js';
export { SubmitAnswers } from './submit-answers.js';
