import { Module } from '@nestjs/common';
import { AnswersModule } from './answers.module.js';
import { BuilderModule } from './builder.module.js';
import { CampaignsModule } from './campaigns.module.js';
import { ResultsModule } from './results.module.js';

/** Surveys: what is asked (builder), whom (campaigns), the answers (drop box) and what they say (results). */
@Module({ imports: [BuilderModule, CampaignsModule, AnswersModule, ResultsModule], exports: [CampaignsModule, ResultsModule] })
export class SurveysModule {}
