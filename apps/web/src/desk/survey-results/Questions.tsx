import { ActionIcon, Button } from '@mantine/core';
import { IconChartBar, IconTable, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import { Diverging, isScaled, type ShortItem } from './Diverging';
import { QuestionTable } from './QuestionTable';
import type { Result } from './result-queries';
import c from './questions.module.css';
import { shortTexts } from './short-texts';

/** What stands out: questions that lie below the headline question beyond what chance explains; else that none does. */
function useConclusion(): (items: readonly ShortItem[]) => string {
  const { t } = useTexts();
  return (items) => {
    const below = items
      .filter((item) => item.below)
      .sort((a, b) => (a.satisfied?.value ?? 0) - (b.satisfied?.value ?? 0))
      .slice(0, 2);
    if (items.length < 2) return t('results.questions');
    return below.length === 0
      ? t('results.noneBelow')
      : t('results.below', {
          questions: below
            .map((item) => t('results.quoted', { text: item.row ?? item.short.replace(/^… |\?$/g, '') }))
            .join(t('results.and')),
        });
  };
}

/** The answers to every question with a scale, in shares on both sides of the middle, or as a table. */
export function Questions({ result, onWhole }: { result: Result; onWhole: () => void }) {
  const { t } = useTexts();
  const { number } = useFormat();
  const id = useId();
  const [table, setTable] = useState(false);
  const scaled = result.items.filter(isScaled);
  // The headline question stands whole, and not as one of the many.
  const texts = shortTexts(scaled.map(({ text, row, headline }) => (headline ? '' : row ? `${text} ${row}` : text)));
  const items = scaled.map((item, at): ShortItem => ({ ...item, short: texts[at] || item.text }));
  const conclude = useConclusion();
  if (items.length === 0) return null;
  const name = t(table ? 'chart.showChart' : 'chart.showTable', { title: t('results.questions') });
  return (
    <section className={`${reportsCss.card} ${c.card}`} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{conclude(items)}</h2>
          <p>{result.filter ? t('results.ofOne', { name: result.filter.name }) : t('results.spread', { n: number(result.answered) })}</p>
        </div>
        <div className={`${c.acts} ${reportsCss.noPrint}`}>
          {result.filter && (
            <Button variant="default" size="xs" rightSection={<IconX size={14} aria-hidden />} onClick={onWhole}>
              {t('results.whole')}
            </Button>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-pressed={table}
            aria-label={name}
            title={name}
            onClick={() => setTable((on) => !on)}
          >
            {table ? <IconChartBar size={17} aria-hidden /> : <IconTable size={17} aria-hidden />}
          </ActionIcon>
        </div>
      </header>
      {table ? <QuestionTable items={items} /> : <Diverging items={items} />}
    </section>
  );
}
