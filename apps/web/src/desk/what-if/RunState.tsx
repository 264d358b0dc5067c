import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { problemText } from '../../shared/api/problem';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { useAskedWords } from './use-asked-words';
import c from './what-if.module.css';
import { type Asked, isOver, type SlaRun } from './what-if-queries';

/** A what-if that has no answer yet, or never will: how far it is, and a way to end it. */
export function RunState({ run, asked }: { run: SlaRun; asked: Asked }) {
  const texts = useTexts();
  const { t } = texts;
  const { number } = useFormat();
  const client = useQueryClient();
  const { period, parts } = useAskedWords()(asked);
  const cancel = useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/sla-runs/{id}/cancellation', { params: { path: { id: run.id } } })),
    onSettled: () => Promise.all(['what-if', 'what-ifs'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  const over = isOver(run);
  const share = run.total ? run.done / run.total : 0;
  return (
    <section className={reportsCss.card}>
      <h2>{t(`whatIf.state.${run.state}`)}</h2>
      <p className={c.quiet}>
        {period} · {parts.join('; ') || t('whatIf.asked.nothing')}
      </p>
      {!over && (
        <>
          <div
            className={c.progress}
            role="progressbar"
            aria-label={t('whatIf.progress')}
            aria-valuemin={0}
            aria-valuemax={run.total ?? 0}
            aria-valuenow={run.done}
          >
            <i style={{ width: `${Math.round(share * 100)}%` }} />
          </div>
          <p className="num">
            {run.total === null ? t('whatIf.counting') : t('whatIf.doneOf', { done: number(run.done), total: number(run.total) })}
          </p>
          <p className={c.quiet}>{t('whatIf.leave')}</p>
          <Button variant="default" mt={10} loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('whatIf.cancel')}
          </Button>
        </>
      )}
      {run.state === 'failed' && <p className={c.problem}>{t('whatIf.failed')}</p>}
      {cancel.error && (
        <p role="alert" className={c.problem}>
          {problemText(texts, cancel.error)}
        </p>
      )}
    </section>
  );
}
