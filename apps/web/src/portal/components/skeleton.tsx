import { useTexts } from '../texts';
import css from './skeleton.module.css';

/** The shape of text that is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const { t } = useTexts();
  return (
    <div className={css.lines} role="status">
      <span className="vh">{t('page.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={css.line} aria-hidden />
      ))}
    </div>
  );
}
