import { IconAlertCircle, IconCircleCheck, IconClockPause, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import { Button } from './button';
import css from './notice.module.css';

type Kind = 'error' | 'warning' | 'good' | 'info';
const signs = { error: IconAlertCircle, warning: IconClockPause, good: IconCircleCheck, info: IconInfoCircle };

/** A sentence that must be noticed. Errors interrupt a screen reader, the rest waits for its turn. */
export function Notice({ kind, children }: { kind: Kind; children: ReactNode }) {
  const Sign = signs[kind];
  return (
    <div className={`${css.notice} ${css[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      <Sign size={20} aria-hidden />
      <div className={css.body}>{children}</div>
    </div>
  );
}

/** What went wrong, in words, and the way on. Draws nothing while there is no error. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const texts = useTexts();
  if (!error) return null;
  return (
    <Notice kind="error">
      <span>{problemText(texts, error)}</span>
      {onRetry && (
        <Button look="default" onClick={onRetry}>
          {texts.t('action.retry')}
        </Button>
      )}
    </Notice>
  );
}
