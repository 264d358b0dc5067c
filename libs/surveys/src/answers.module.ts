import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { BuilderModule } from './builder.module.js';
import { SurveyResponsesController } from './http/survey-responses.controller.js';
import { DropBoxJobs } from './jobs/drop-box-jobs.js';
import { SurveyForms } from './reads/survey-form.js';
import { DropBox } from './store/drop-box.js';
import { SurveyLinks } from './store/survey-links.js';
import { EmptyDropBox } from './use-cases/empty-drop-box.js';
import { SubmitAnswers } from './use-cases/submit-answers.js';

/** The respondent's side: the questions behind a link, the sealed box for answers, and what mixes them. */
@Module({
  imports: [IdentityModule, BuilderModule],
  controllers: [SurveyResponsesController],
  providers: [SurveyLinks, DropBox, SurveyForms, SubmitAnswers, EmptyDropBox, DropBoxJobs],
  exports: [EmptyDropBox],
})
export class AnswersModule {}
