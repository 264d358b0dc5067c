import { Module } from '@nestjs/common';
import { AnswersModule } from './answers.module.js';
import { BuilderModule } from './builder.module.js';
import { CampaignsModule } from './campaigns.module.js';

/** Surveys: what is asked (builder), whom (campaigns), the answers (drop box) and what they say (results). */
@Module({ imports: [BuilderModule, CampaignsModule, AnswersModule], exports: [CampaignsModule] })
export class SurveysModule {}
