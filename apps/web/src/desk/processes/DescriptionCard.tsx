import { Button } from '@mantine/core';
import { useId } from 'react';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './page.module.css';
import type { ProcessAction } from './process-actions';
import type { Process } from './process-queries';

/** What the process is, as its owner describes it. */
export function DescriptionCard({ process, act }: { process: Process; act: (action: ProcessAction) => void }) {
  const { t } = useTexts();
  const id = useId();
  const { scope, description, roles, lifecycle, metrics, lowVolumeReason, abilities } = process;
  const known = lifecycle === 'incident' || lifecycle === 'change' ? lifecycle : 'none';
  return (
    <section className={reportsCss.card} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('processes.what')}</h2>
        {abilities.describe && (
          <Button size="compact-sm" variant="default" className={reportsCss.noPrint ?? ''} onClick={() => act({ do: 'describe' })}>
            {t('processes.edit')}
          </Button>
        )}
      </header>
      <dl className={c.facts}>
        <dt>{t('processes.scope')}</dt>
        <dd>{scope || t('processes.notSaid')}</dd>
        <dt>{t('processes.description')}</dt>
        <dd>{description || t('processes.notSaid')}</dd>
        <dt>{t('processes.roles')}</dt>
        <dd>
          {roles.length === 0
            ? t('processes.notSaid')
            : roles.map(({ name, duty }) => (
                <p key={name}>
                  <b>{name}</b> – {duty}
                </p>
              ))}
        </dd>
        <dt>{t('processes.lifecycle')}</dt>
        <dd>{t(`processes.lifecycle.${known}`)}</dd>
        <dt>{t('processes.metrics')}</dt>
        <dd className="num">{metrics.length > 0 ? metrics.join(', ') : t('processes.notSaid')}</dd>
        {lowVolumeReason !== null && (
          <>
            <dt>{t('processes.lowVolume')}</dt>
            <dd>{lowVolumeReason}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
