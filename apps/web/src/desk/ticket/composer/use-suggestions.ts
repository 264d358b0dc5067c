import { useQuery } from '@tanstack/react-query';
import { useId, useState, type KeyboardEvent } from 'react';
import { answerQueries } from '../../answers/answer-queries';
import { useAnswerWords } from '../../answers/use-answer-words';
import { useRight } from '../../data/session';
import type { Ticket } from '../../data/types';
import type { Suggestion } from './Suggestions';
import { type Trigger, triggerAt } from './trigger';

/** Something that is offered, with the words that it puts into the text. */
interface Offer extends Suggestion {
  words: string;
}

/** What the server offers for what is being typed: answers, or colleagues. */
function useOffers(ticket: Ticket, wanted: Trigger | null): { items: readonly Offer[]; busy: boolean } {
  const query = wanted?.query.trim() ?? '';
  const answers = useQuery({ ...answerQueries.onTicket(ticket, query), enabled: wanted?.sign === '/' });
  const people = useQuery({ ...answerQueries.colleagues(ticket.id, query), enabled: wanted?.sign === '@' });
  const { wordsOf, lineOf, scopeWord } = useAnswerWords();
  const language = answers.data?.language ?? 'lv';
  const offers: Record<Trigger['sign'], () => Offer[]> = {
    '/': () =>
      (answers.data?.items ?? []).map((answer) => ({
        ...{ id: answer.id, title: answer.name, detail: lineOf(answer, language), tag: scopeWord(answer.scope) },
        words: wordsOf(answer, language),
      })),
    '@': () => (people.data ?? []).map(({ id, name }) => ({ id, title: name, detail: '', words: `@${name} ` })),
  };
  return { items: wanted ? offers[wanted.sign]() : [], busy: answers.isFetching || people.isFetching };
}

interface Props {
  ticket: Ticket;
  note: boolean;
  /** Puts words where sign and query stand. */
  onPick: (trigger: Trigger, words: string) => void;
}

/** What is offered for what is being typed: answers after `/`, colleagues after `@` in a note. */
export function useSuggestions({ ticket, note, onPick }: Props) {
  const id = useId();
  const answers = useRight('answer.write') && ticket.abilities.noteInternal;
  const [trigger, setTrigger] = useState<Trigger | null>(null);
  const [marked, setMarked] = useState(0);
  /** Where a list was sent away by Escape: it stays away until another sign is typed. */
  const [dismissed, setDismissed] = useState<number | null>(null);
  const wanted = trigger && trigger.from !== dismissed ? trigger : null;
  const { items, busy } = useOffers(ticket, wanted);
  const active = Math.min(marked, Math.max(items.length - 1, 0));
  const pick = (index: number): void => {
    const offer = items[index];
    if (!wanted || !offer) return;
    onPick(wanted, offer.words);
    setTrigger(null);
  };
  /** Answers whether the key was for the list. */
  const key = ({ key: name, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[name];
    if (!wanted || (name !== 'Escape' && items.length === 0)) return false;
    if (name === 'Escape') setDismissed(wanted.from);
    else if (step) setMarked((active + step + items.length) % items.length);
    else if ((name === 'Enter' || name === 'Tab') && !ctrlKey && !metaKey && !shiftKey) pick(active);
    else return false;
    return true;
  };
  /** Looks at the text after each letter and each move of the cursor. */
  const look = (text: string, cursor: number): void => {
    const next = triggerAt(text, cursor, { answers, colleagues: note });
    if (next?.query !== trigger?.query) setMarked(0);
    if (next?.from !== dismissed) setDismissed(null);
    setTrigger(next);
  };
  return { id, sign: wanted?.sign ?? null, items, active, busy, setActive: setMarked, pick, key, look, close: () => setTrigger(null) };
}
