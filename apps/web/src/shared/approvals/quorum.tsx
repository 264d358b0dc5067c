import type { ApprovalTexts } from './facts-words';
import css from './quorum.module.css';

interface Props {
  texts: ApprovalTexts;
  seats: number;
  needed: number;
  approved: number;
  /** The reader's word is still awaited. */
  mine?: boolean;
}

/** How many of those who are asked agree: a part for each, filled from the left, with a mark where it is enough. The words say the same. */
export function Quorum({ texts: { t }, seats, needed, approved, mine = false }: Props) {
  if (seats <= 1) return mine ? <p className={css.words}>{t('approvals.alone')}</p> : null;
  const words = t('approvals.quorum', { approved: String(approved), seats: String(seats), needed: String(needed) });
  return (
    <div className={css.quorum}>
      <div className={css.bar} aria-hidden>
        {Array.from({ length: seats }, (_, at) => (
          <i key={at} data-on={at < approved || undefined} data-mark={at + 1 === needed || undefined} />
        ))}
      </div>
      <p className={css.words}>
        {words} {mine && approved + 1 === needed && <b>{t('approvals.decisive')}</b>}
      </p>
    </div>
  );
}
