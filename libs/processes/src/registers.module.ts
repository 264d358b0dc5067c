import { Module } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { IdentityModule } from '#identity';
import { ControlsController } from './http/controls.controller.js';
import { RecommendationAnswersController } from './http/recommendation-answers.controller.js';
import { RecommendationsController } from './http/recommendations.controller.js';
import { RegisterJobs } from './jobs/register-jobs.js';
import { IndicatorSourcesModule } from './indicator-sources.module.js';
import { ControlReader } from './reads/control-reader.js';
import { RecommendationFigures } from './reads/recommendation-figures.js';
import { RecommendationReader } from './reads/recommendation-reader.js';
import { RegisterSources } from './reads/register-sources.js';
import { ControlStore } from './store/control-store.js';
import { RecommendationAnswers } from './store/recommendation-answers.js';
import { RecommendationStore } from './store/recommendation-store.js';
import { AnswerRecommendation } from './use-cases/answer-recommendation.js';
import { KeepControls } from './use-cases/keep-controls.js';
import { KeepRecommendations } from './use-cases/keep-recommendations.js';
import { RemindOfRegisters } from './use-cases/remind-of-registers.js';

/** The small registers beside the scorecard: audit recommendations and elements of internal control. */
@Module({
  imports: [AssetsModule, IdentityModule, IndicatorSourcesModule],
  controllers: [ControlsController, RecommendationsController, RecommendationAnswersController],
  providers: [
    ...[RecommendationStore, RecommendationAnswers, RecommendationReader, RecommendationFigures, RegisterSources],
    ...[ControlStore, ControlReader, KeepControls],
    ...[KeepRecommendations, AnswerRecommendation, RemindOfRegisters, RegisterJobs],
  ],
  exports: [RemindOfRegisters],
})
export class RegistersModule {}
