import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { SurveysController } from './http/surveys.controller.js';
import { AnswerWords } from './reads/answer-words.js';
import { SurveyReader } from './reads/survey-reader.js';
import { SurveyStore } from './store/survey-store.js';
import { AddSurveyVersion } from './use-cases/add-survey-version.js';
import { CreateSurvey } from './use-cases/create-survey.js';
import { FreezeSurveyVersion } from './use-cases/freeze-survey-version.js';
import { SaveSurveyVersion } from './use-cases/save-survey-version.js';

/** What is asked: surveys, their versions, and the words of their answers. */
@Module({
  imports: [IdentityModule],
  controllers: [SurveysController],
  providers: [SurveyStore, AnswerWords, SurveyReader, CreateSurvey, SaveSurveyVersion, AddSurveyVersion, FreezeSurveyVersion],
  exports: [SurveyStore, AnswerWords, FreezeSurveyVersion],
})
export class BuilderModule {}
