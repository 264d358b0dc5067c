import type { TextKey } from '../texts';
import { useTexts } from '../texts';
import type { AnswerScope, TicketAnswer } from './answer-queries';

const scopeKeys: Record<AnswerScope, TextKey> = {
  own: 'answers.scope.own',
  group: 'answers.scope.group',
  everybody: 'answers.scope.everybody',
};

/** The words of an answer in the language of whoever will read them, else in the other one. */
const wordsOf = ({ textLv, textEn }: TicketAnswer, language: 'lv' | 'en'): string =>
  (language === 'lv' ? (textLv ?? textEn) : (textEn ?? textLv)) ?? '';

const LINE = 110;

/** A text on one line, without its marks of bold and code, which nobody draws there. */
export const onOneLine = (text: string): string =>
  text
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Its first words on one line. */
function lineOf(answer: TicketAnswer, language: 'lv' | 'en'): string {
  const line = onOneLine(wordsOf(answer, language));
  return line.length > LINE ? `${line.slice(0, LINE).trimEnd()}…` : line;
}

export function useAnswerWords() {
  const { t } = useTexts();
  return { wordsOf, lineOf, scopeWord: (scope: AnswerScope): string => t(scopeKeys[scope]) };
}
