import type { Disruption } from '../../shared/api/api-types';
import { Card } from '../components/card';
import { type DisruptionQuestion, disruptions } from '../data/disruption-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useResource } from '../data/use-resource';
import { useSettled } from '../data/use-settled';
import home from '../pages/home.module.css';
import { useTexts } from '../texts';
import { DisruptionItem } from './disruption';
import css from './disruption.module.css';

/** Fewer letters say nothing of what is meant. */
const TYPED_FROM = 3;

interface Answer {
  question: DisruptionQuestion;
  items: Disruption[];
}

function useDisruptions(question: DisruptionQuestion) {
  const load = async (signal: AbortSignal): Promise<Answer> => ({ question, items: await disruptions(question, signal) });
  const read = useResource(`disruptions ${JSON.stringify(question)}`, load, { keep: true });
  useLiveTicket(null, read.reload);
  const { question: asked, items } = read.data ?? { question, items: [] };
  const joined = (one: Disruption): void =>
    read.put({ question: asked, items: items.map((known) => (known.id === one.id ? { ...one, matches: known.matches } : known)) });
  return { items, asked: Object.keys(asked).length > 0, joined };
}

function Items({ items, joined }: { items: Disruption[]; joined: (one: Disruption) => void }) {
  return (
    <ul className={css.list}>
      {items.map((disruption) => (
        <DisruptionItem key={disruption.id} disruption={disruption} onJoined={joined} />
      ))}
    </ul>
  );
}

/** On the start page: what does not work now, what is planned, what has just been mended. Nothing where all is well. */
export function Disruptions() {
  const { t } = useTexts();
  const { items, joined } = useDisruptions({});
  if (items.length === 0) return null;
  const running = items.some(({ phase, kind }) => phase === 'during' && kind === 'disruption');
  const { shown, folded } = foremost(items);
  return (
    <Card padded={false}>
      <div className={home.head}>
        <h2>{t(running ? 'disruption.now' : 'disruption.calm')}</h2>
      </div>
      <Items items={shown} joined={joined} />
      {folded.length > 0 && (
        <details className={css.more}>
          <summary>{t('disruption.more', { count: folded.length })}</summary>
          <Items items={folded} joined={joined} />
        </details>
      )}
    </Card>
  );
}

/** What is going on, or else the first that is to come; the rest is folded, so that the ways to get help stay in sight. */
function foremost(items: Disruption[]): { shown: Disruption[]; folded: Disruption[] } {
  const now = items.filter(({ phase }) => phase === 'during');
  const shown = now.length > 0 ? now : items.slice(0, 1);
  return { shown, folded: items.filter((one) => !shown.includes(one)) };
}

/** Among one's own: the disruptions that one has too, which stand in the place of an own ticket. */
export function OwnDisruptions() {
  const { t } = useTexts();
  const { items, joined } = useDisruptions({});
  const mine = items.filter((one) => one.mine);
  if (mine.length === 0) return null;
  return (
    <Card padded={false}>
      <div className={home.head}>
        <h2>{t('disruption.mine')}</h2>
      </div>
      <Items items={mine} joined={joined} />
    </Card>
  );
}

/**
 * While somebody writes what does not work: is it one of these? Before he has written anything, all that are going on; then those that are
 * about his words or his service.
 */
export function KnownDisruptions({ words, serviceId }: { words: string; serviceId: string }) {
  const { t } = useTexts();
  const q = useSettled(words.trim().slice(0, 500));
  const { items, asked, joined } = useDisruptions({ ...(q.length >= TYPED_FROM ? { q } : {}), ...(serviceId ? { serviceId } : {}) });
  const shown = items.filter(({ kind, phase, matches }) => kind === 'disruption' && phase === 'during' && (matches || !asked));
  return (
    <div aria-live="polite">
      {shown.length > 0 && (
        <Card padded={false} className={css.known ?? ''}>
          <header>
            <h2>{t('disruption.known')}</h2>
          </header>
          <Items items={shown} joined={joined} />
        </Card>
      )}
    </div>
  );
}
