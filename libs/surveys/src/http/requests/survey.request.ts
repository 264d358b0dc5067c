import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { QUESTION_TYPES, type QuestionType, type Scale, SCALES } from '../../domain/question.js';

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
const MOST_QUESTIONS = 60;
const MOST_OPTIONS = 30;

export class WordsRequest {
  @IsString()
  @MaxLength(2000)
  lv: string;

  @IsString()
  @MaxLength(2000)
  en: string;
}

export class TitleRequest {
  @IsString()
  @MaxLength(200)
  lv: string;

  @IsString()
  @MaxLength(200)
  en: string;
}

export class OptionRequest {
  /** What an answer holds; letters, digits and underscores. */
  @Matches(/^[a-z0-9][a-z0-9_]{0,39}$/)
  key: string;

  @ValidateNested()
  @Type(() => WordsRequest)
  text: WordsRequest;
}

export class ConditionRequest {
  /** Key of an earlier question. */
  @Matches(KEY)
  question: string;

  /** The question is shown where that one has one of these answers. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_OPTIONS)
  @IsString({ each: true })
  anyOf: string[];
}

export class QuestionRequest {
  @Matches(KEY)
  key: string;

  @IsIn(QUESTION_TYPES)
  type: QuestionType;

  @ValidateNested()
  @Type(() => WordsRequest)
  text: WordsRequest;

  @IsOptional()
  @ValidateNested()
  @Type(() => WordsRequest)
  help?: WordsRequest | null;

  @IsBoolean()
  required: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => ConditionRequest)
  showIf?: ConditionRequest | null;

  /** Of `scale5` and `matrix`. */
  @IsOptional()
  @IsIn(SCALES)
  scale?: Scale | null;

  /** Of `scale5`, `yes_no` and `matrix`: offers "cannot judge", set apart. */
  @IsOptional()
  @IsBoolean()
  cannotJudge?: boolean | null;

  /** Of `single` and `multiple`. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_OPTIONS)
  @ValidateNested({ each: true })
  @Type(() => OptionRequest)
  options?: OptionRequest[] | null;

  /** Of `multiple`: at most so many. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_OPTIONS)
  max?: number | null;

  /** Of `matrix`. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_OPTIONS)
  @ValidateNested({ each: true })
  @Type(() => OptionRequest)
  rows?: OptionRequest[] | null;

  /** Of `text`, in characters. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(4000)
  maxLength?: number | null;
}

export class DefinitionRequest {
  /** What the respondent reads before the first question. */
  @ValidateNested()
  @Type(() => WordsRequest)
  intro: WordsRequest;

  /** What he reads after sending. */
  @ValidateNested()
  @Type(() => WordsRequest)
  thanks: WordsRequest;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_QUESTIONS)
  @ValidateNested({ each: true })
  @Type(() => QuestionRequest)
  questions: QuestionRequest[];

  /** Key of the question whose top two points are the headline figure. */
  @Matches(KEY)
  headline: string;
}

export class SaveSurveyRequest {
  @ValidateNested()
  @Type(() => TitleRequest)
  title: TitleRequest;

  @ValidateNested()
  @Type(() => DefinitionRequest)
  definition: DefinitionRequest;
}

export class NewSurveyRequest {
  /** Small letters, digits and hyphens. */
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  @MaxLength(60)
  code: string;

  @ValidateNested()
  @Type(() => TitleRequest)
  title: TitleRequest;

  /** Without it and without `copyOf` it begins with the headline question alone. */
  @IsOptional()
  @ValidateNested()
  @Type(() => DefinitionRequest)
  definition?: DefinitionRequest;

  /** The version of a survey whose questions it begins with. */
  @IsOptional()
  @IsUUID()
  copyOf?: string;
}
