import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { RedactionDialog } from './RedactionDialog';
import type { Result } from './result-queries';
import c from './comments.module.css';

const SHOWN_FIRST = 8;

/** What people wrote, as two people have cleared it of names; never by institution. */
export function Comments({ result }: { result: Result }) {
  const { t } = useTexts();
  const id = useId();
  const [redacting, setRedacting] = useState(false);
  const [all, setAll] = useState(false);
  const { few, from, waiting, shown } = result.comments;
  if (!few && shown.length === 0 && waiting === 0) return null;
  return (
    <section className={`${reportsCss.card} ${c.card}`} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{t('results.comments')}</h2>
          <p>{few ? t('results.commentsFew', { from: String(from) }) : t('results.commentsWhy')}</p>
        </div>
        {result.abilities.redact && !few && (
          <Button variant="default" size="xs" className={reportsCss.noPrint} onClick={() => setRedacting(true)}>
            {waiting > 0 ? t('results.redactWaiting', { count: waiting }) : t('results.redact')}
          </Button>
        )}
      </header>
      {shown.length > 0 && (
        <ul className={c.comments}>
          {shown.map(({ text }, at) => (
            <li key={`${at} ${text}`} data-more={(!all && at >= SHOWN_FIRST) || undefined}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {!all && shown.length > SHOWN_FIRST && (
        <Button variant="subtle" size="xs" className={reportsCss.noPrint} onClick={() => setAll(true)}>
          {t('results.commentsAll', { count: shown.length })}
        </Button>
      )}
      {redacting && <RedactionDialog campaignId={result.id} onClose={() => setRedacting(false)} />}
    </section>
  );
}
