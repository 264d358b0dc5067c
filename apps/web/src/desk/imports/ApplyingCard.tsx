import { Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useFormat } from '../format';
import { useTexts } from '../texts';
import c from './import.module.css';

interface ApplyingProps {
  state: 'applying' | 'done' | 'failed' | 'checked';
  done: number;
  total: number;
  /** What it came to, once it is done. */
  outcome: string;
  /** What is read anew once it is over. */
  stale: readonly string[];
  onAnother: () => void;
  children: ReactNode;
}

/** How far a file is; when it is over, what it came to and where to go on. */
export function ApplyingCard({ state, done, total, outcome, stale, onAnother, children }: ApplyingProps) {
  const { t } = useTexts();
  const { number } = useFormat();
  const client = useQueryClient();
  const over = state === 'done' || state === 'failed';
  const keys = stale.join(' ');
  useEffect(() => {
    if (over) for (const key of keys.split(' ')) void client.invalidateQueries({ queryKey: [key] });
  }, [client, over, keys]);
  const counted = { done: number(done), total: number(total) };
  return (
    <section className={c.card} aria-label={t('imports.step.apply')}>
      <p className={c.progressText} role="status">
        {state === 'done' && <IconCheck size={18} aria-hidden />}
        {state === 'failed' && <IconAlertTriangle size={18} aria-hidden />}
        {state === 'done' ? outcome : t(state === 'failed' ? 'imports.failed' : 'imports.applying', counted)}
      </p>
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={t('imports.applying', counted)} size="lg" />
      {!over && <p className={c.hint}>{t('imports.applyingHint')}</p>}
      {over && (
        <div className={c.foot}>
          <Button variant="default" onClick={onAnother}>
            {t('imports.another')}
          </Button>
          {children}
        </div>
      )}
    </section>
  );
}
