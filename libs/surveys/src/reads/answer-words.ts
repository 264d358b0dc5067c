import { Injectable } from '@nestjs/common';
import { Texts } from '#platform';
import { type Scale, SCALE_POINTS, SCALES, type Words } from '../domain/question.js';

/** The words of answers that questions do not bring themselves: scales, yes and no, "cannot judge". */
export interface AnswerWordBook {
  /** The words of the points 1 to 5. */
  readonly scales: Readonly<Record<Scale, readonly Words[]>>;
  readonly cannotJudge: Words;
  readonly yes: Words;
  readonly no: Words;
}

/** Says answers in both languages. */
@Injectable()
export class AnswerWords {
  constructor(private readonly texts: Texts) {}

  all(): AnswerWordBook {
    return {
      scales: Object.fromEntries(
        SCALES.map((scale) => [scale, SCALE_POINTS.map((point) => this.words(`scale.${scale}.${point}`))]),
      ) as unknown as Readonly<Record<Scale, readonly Words[]>>,
      cannotJudge: this.words('scale.na'),
      yes: this.words('answer.yes'),
      no: this.words('answer.no'),
    };
  }

  private words(key: string): Words {
    return { lv: this.texts.say('lv', `surveys.${key}`), en: this.texts.say('en', `surveys.${key}`) };
  }
}
