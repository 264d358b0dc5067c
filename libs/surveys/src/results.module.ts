import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { BuilderModule } from './builder.module.js';
import { CampaignsModule } from './campaigns.module.js';
import { CommentsController } from './http/comments.controller.js';
import { PublishedSurveysController } from './http/published-surveys.controller.js';
import { ResultsController } from './http/results.controller.js';
import { CampaignComments } from './reads/campaign-comments.js';
import { CampaignResults } from './reads/campaign-results.js';
import { EarlierResults } from './reads/earlier-results.js';
import { ItemWords } from './reads/item-words.js';
import { PublishedSurveys } from './reads/published-surveys.js';
import { ResultExport } from './reads/result-export.js';
import { ResultViews } from './reads/result-view.js';
import { SurveyFacts } from './reads/survey-facts.js';
import { CampaignAnswers } from './store/campaign-answers.js';
import { PublishedResults } from './store/published-results.js';
import { Redactions } from './store/redactions.js';
import { AskForPublication } from './use-cases/ask-for-publication.js';
import { PublishCampaign } from './use-cases/publish-campaign.js';
import { RedactComment } from './use-cases/redact-comment.js';

const STORE = [CampaignAnswers, PublishedResults, Redactions];
const READS = [CampaignComments, CampaignResults, EarlierResults, ItemWords, PublishedSurveys, ResultExport, ResultViews, SurveyFacts];

/** What the answers say: figures that may be shown, comments that may be read, and their publication. */
@Module({
  imports: [IdentityModule, BuilderModule, CampaignsModule],
  controllers: [ResultsController, CommentsController, PublishedSurveysController],
  providers: [...STORE, ...READS, AskForPublication, PublishCampaign, RedactComment],
  exports: [SurveyFacts],
})
export class ResultsModule {}
