import { Module } from '@nestjs/common';
import { AnswersModule } from './answers.module.js';
import { BuilderModule } from './builder.module.js';
import { CampaignsModule } from './campaigns.module.js';

/** Surveys: what is asked (builder), whom (campaigns), the answers (drop box) and what they say (results). */
<<<<<<< HEAD
@Module({ imports: [BuilderModule, CampaignsModule], exports: [CampaignsModule] })
=======
@Module({ imports: [BuilderModule, AnswersModule] })
>>>>>>> 679ab30 (Surveys: the link's questions, sealed answers, and the drop box that mixes them)
export class SurveysModule {}
