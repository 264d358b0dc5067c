import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '#platform';
import { SurveyForms } from '../reads/survey-form.js';
import { SubmitAnswers } from '../use-cases/submit-answers.js';
import { SurveyAnswersRequest } from './requests/survey-answers.request.js';
import { SurveyFormResponse, SurveyThanksResponse } from './responses/survey-form.response.js';

/** The respondent's side. Both routes are public: a session that comes along is not looked at, and nothing of the request is kept. */
@ApiTags('surveys')
@Controller('survey-responses/:token')
export class SurveyResponsesController {
  constructor(
    private readonly forms: SurveyForms,
    private readonly submitAnswers: SubmitAnswers,
  ) {}

  /** The questions behind the link of an invitation. Records nothing. */
  @Get()
  @Public()
  async read(@Param('token') token: string): Promise<SurveyFormResponse> {
    return SurveyFormResponse.from(await this.forms.read(token));
  }

  /** Takes the answers, once. */
  @Post()
  @HttpCode(201)
  @Public()
  async submit(@Param('token') token: string, @Body() body: SurveyAnswersRequest): Promise<SurveyThanksResponse> {
    return { thanks: await this.submitAnswers.execute(token, body.answers) };
  }
}
