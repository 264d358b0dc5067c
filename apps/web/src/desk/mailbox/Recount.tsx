import { Button } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { problemText } from '../../shared/api/problem';
import { useTexts } from '../texts';
import c from './mailbox.module.css';

/** One recount counts every indicator, whichever it is asked of. */
const recountAll = () => bodyOf(api.POST('/api/v1/kpis/{code}/recount', { params: { path: { code: 'KPI-09' } } }));

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
