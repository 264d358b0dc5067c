import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { TicketSummary } from '../../shared/api/api-types';
import { StatePill } from '../components/state-pill';
import { ownTickets } from '../data/ticket-calls';
import { useResource } from '../data/use-resource';
import { Link } from '../router/link';
import { navigate } from '../router/location';
import { useTexts } from '../texts';
import css from './own-search.module.css';

/** The API searches from three characters on. */
const SHORTEST = 3;
const WAIT_MS = 220;
const SHOWN = 6;

/** The words searched for, marked where they stand. */
function Marked({ text, words }: { text: string; words: string }) {
  const at = text.toLocaleLowerCase().indexOf(words.toLocaleLowerCase());
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + words.length)}</mark>
      {text.slice(at + words.length)}
    </>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Results({ words, hits }: { words: string; hits: TicketSummary[] }) {
  const { t } = useTexts();
  return (
    <>
      <p className={hits.length === 0 ? css.none : 'vh'} role="status">
        {hits.length === 0 ? t('search.none') : t('search.found', { count: hits.length })}
      </p>
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Link className={css.hit} to={`/tickets/${hit.number}`}>
              <span>
                <b>
                  <Marked text={hit.title} words={words} />
                </b>
                <small>
                  <Marked text={hit.number} words={words} />
                </small>
              </span>
              <StatePill ticket={hit} />
            </Link>
          </li>
        ))}
        <li>
          <Link className={`${css.hit} ${css.file}`} to={`/new?title=${encodeURIComponent(words)}`}>
            <IconPlus size={19} aria-hidden /> {t('search.fileNew', { words })}
          </Link>
        </li>
      </ul>
    </>
  );
}

/** Moves the focus through the hits with the arrow keys; Escape leaves. */
function moveByKey(event: KeyboardEvent<HTMLDivElement>, leave: () => void): void {
  if (event.key === 'Escape') leave();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Search first: finds the person's own tickets while he types, and offers to file what he typed. */
export function OwnSearch() {
  const { t } = useTexts();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const asked = useSettled(words.trim());
  const searching = asked.length >= SHORTEST;
  const found = useResource(`search ${asked}`, async (signal) =>
    searching ? (await ownTickets({ q: asked, state: ['any'] }, SHOWN, signal)).items : [],
  );
  const leave = (): void => {
    setOpen(false);
    input.current?.focus();
  };
  const blur = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    <div className={css.search} role="search" onKeyDown={(event) => moveByKey(event, leave)} onBlur={blur}>
      <form
        className={css.box}
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim()) navigate(`/tickets?q=${encodeURIComponent(words.trim())}`);
        }}
      >
        <IconSearch size={20} aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label={t('search.label')}
          aria-controls={id}
          placeholder={t('search.placeholder')}
          value={words}
          autoComplete="off"
          onFocus={() => setOpen(true)}
          onChange={(event) => {
            setWords(event.target.value);
            setOpen(true);
          }}
        />
      </form>
      <div id={id} className={open && searching && found.data ? css.results : undefined}>
        {open && searching && found.data && <Results words={asked} hits={found.data} />}
      </div>
    </div>
  );
}
