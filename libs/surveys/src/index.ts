export { SurveysModule } from './surveys.module.js';
export { surveysSchemas } from './store/survey.schema.js';
export { campaignSchemas } from './store/campaign.schema.js';
