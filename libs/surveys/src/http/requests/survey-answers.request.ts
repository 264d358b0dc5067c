import { IsObject } from 'class-validator';

export class SurveyAnswersRequest {
  /** By the keys of the questions: a value, several values, or a value for each row of a matrix. */
  @IsObject()
  answers: Record<string, string | string[] | Record<string, string>>;
}
