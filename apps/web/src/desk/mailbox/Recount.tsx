import { Button } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import c from './mailbox.module.css';

const codes = ['KPI-02', 'KPI-09'] as const;

interface Outcome {
  differences: number;
  healed: number;
}

async function recountAll(): Promise<Outcome> {
  const sum = { differences: 0, healed: 0 };
  for (const code of codes) {
    const { differences, healed } = await http.post<Outcome>(`/kpis/${code}/recount`);
    sum.differences += differences;
    sum.healed += healed;
  }
  return sum;
}

/** Counts the figures anew from the raw events and says whether the kept ones were right. */
export function Recount() {
  const texts = useTexts();
  const { t } = texts;
  const recount = useMutation({ mutationFn: recountAll });
  const { data, error } = recount;
  return (
    <div className={c.recount}>
      <div>
        <b>{t('recount.title')}</b>
        <p role="status">
          {error
            ? problemText(texts, error)
            : !data
              ? t('recount.text')
              : data.differences === 0
                ? t('recount.same')
                : t('recount.healed', { count: data.differences })}
        </p>
      </div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCalculator size={15} aria-hidden />}
        loading={recount.isPending}
        onClick={() => recount.mutate()}
      >
        {t('recount.run')}
      </Button>
    </div>
  );
}
