import { useRight } from '../data/session';
import { PublishedPage } from '../survey-results/PublishedPage';
import { CampaignsPage } from './CampaignsPage';

/** Campaigns for those who run, approve and audit them; for others, what was published of them. */
export function SurveysTab() {
  return useRight('survey.read') ? <CampaignsPage /> : <PublishedPage />;
}
