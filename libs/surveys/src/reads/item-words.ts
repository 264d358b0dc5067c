import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import type { ItemFigure, ValueFigure } from '../domain/item-figure.js';
import { standsBelow } from '../domain/stands-below.js';
import type { Definition, Question } from '../domain/question.js';
import { type Item, itemsOf } from '../domain/tally-answers.js';
import { AnswerWords } from './answer-words.js';

/** The figures of an item with the words of its question and values. */
export interface WordedItem extends Omit<ItemFigure, 'values'> {
  readonly type: Item['type'];
  readonly scale: Item['scale'];
  readonly text: string;
  /** The words of a matrix's row. */
  readonly row: string | null;
  readonly headline: boolean;
  /** Fewer are satisfied than with everything together, beyond what chance explains. */
  readonly below: boolean;
  readonly values: readonly (ValueFigure & { readonly text: string })[];
}

/** Puts the words of a questionnaire to its figures. */
@Injectable()
export class ItemWords {
  constructor(private readonly words: AnswerWords) {}

  of(definition: Definition, figures: readonly ItemFigure[], locale: Locale): WordedItem[] {
    const items = itemsOf(definition);
    const headline = figures.find(({ item }) => item === definition.headline)?.satisfied ?? null;
    return figures.flatMap((figure) => {
      const item = items.find(({ key }) => key === figure.item);
      const question = definition.questions.find(({ key }) => key === item?.question);
      if (!item || !question) return [];
      return {
        ...figure,
        type: item.type,
        scale: item.scale,
        text: question.text[locale],
        row: rowText(question, item, locale),
        headline: item.key === definition.headline,
        below: standsBelow(figure.satisfied, headline),
        values: figure.values.map((value) => ({ ...value, text: this.valueText(question, item, value.value, locale) })),
      };
    });
  }

  private valueText(question: Question, { scale }: Item, value: string, locale: Locale): string {
    const book = this.words.all();
    if (scale) return book.scales[scale][Number(value) - 1]?.[locale] ?? value;
    if (question.type === 'yes_no') return (value === 'yes' ? book.yes : book.no)[locale];
    return 'options' in question ? (question.options.find(({ key }) => key === value)?.text[locale] ?? value) : value;
  }
}

function rowText(question: Question, item: Item, locale: Locale): string | null {
  if (question.type !== 'matrix') return null;
  return question.rows.find(({ key }) => key === item.row)?.text[locale] ?? null;
}
