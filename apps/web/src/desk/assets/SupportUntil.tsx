import { inRiga } from '../../shared/format/riga-time';
import { useNow } from '../now';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './assets.module.css';

const SOON_DAYS = 180;
const DAY_MS = 86_400_000;

/** The last day of support, with a word where it has passed or comes near: never by colour alone. */
export function SupportUntil({ day }: { day: string | null }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const now = useNow();
  if (day === null) return <>–</>;
  const ended = day < inRiga(now).date;
  const soon = !ended && day < inRiga(now + SOON_DAYS * DAY_MS).date;
  return (
    <span className={c.until} data-mood={ended ? 'ended' : soon ? 'soon' : undefined}>
      <span className="num">{date(`${day}T12:00:00Z`)}</span>
      {(ended || soon) && <small>{t(ended ? 'assets.ended' : 'assets.endsSoon')}</small>}
    </span>
  );
}
