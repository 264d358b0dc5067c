import { IconQuote } from '@tabler/icons-react';
import { createContext, useContext, type MouseEvent } from 'react';
import { useFormat } from '../../format';
import { useTexts } from '../../texts';
import c from './quote.module.css';
import type { ReplyBoxHandle } from './use-typing';

/** Where a quotation goes; null where nothing can be written. */
export const QuoteContext = createContext<ReplyBoxHandle['quote'] | null>(null);

/** What is marked within the message, if anything is. */
function markedIn(message: Element | null): string {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !message?.contains(selection.anchorNode) || !message.contains(selection.focusNode)) return '';
  return selection.toString().trim();
}

interface Props {
  name: string;
  at: string;
  body: string;
  note?: boolean;
}

/** Quotes a message, or what is marked of it, in the field below. */
export function QuoteButton({ name, at, body, note = false }: Props) {
  const { t } = useTexts();
  const { dateTime } = useFormat();
  const quote = useContext(QuoteContext);
  if (!quote) return null;
  const press = ({ currentTarget }: MouseEvent): void =>
    quote({ name, when: dateTime(at), body: markedIn(currentTarget.closest('li')) || body }, note);
  return (
    <button
      type="button"
      className={c.quote}
      aria-label={t('composer.quoteOf', { name })}
      title={t('composer.quote')}
      // What is marked stays marked until it is read.
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      <IconQuote size={15} aria-hidden />
    </button>
  );
}
