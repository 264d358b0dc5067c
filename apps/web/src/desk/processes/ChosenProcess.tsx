import { Button, Skeleton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './board.module.css';
import { Conditions } from './Conditions';
import { processQueries } from './process-queries';

/** Below the board: one process, condition by condition. */
export function ChosenProcess({ id }: { id: string }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const head = useId();
  const { data } = useQuery(processQueries.one(id));
  if (!data) return <Skeleton height={360} radius={12} />;
  const met = data.conditions.filter((one) => one.met).length;
  return (
    <section className={`${reportsCss.card} ${c.chosen}`} aria-labelledby={head}>
      <header>
        <div>
          <h2 id={head}>{t('processes.metOf', { process: data.practice.name, met: String(met), all: String(data.conditions.length) })}</h2>
          <p>{t('processes.stageSince', { stage: t(`processes.stage.${data.stage}`), date: date(data.stageSince) })}</p>
        </div>
        <Button
          variant="default"
          rightSection={<IconArrowRight size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/reports/processes/$id" params={{ id }} {...props} />}
        >
          {t('processes.open')}
        </Button>
      </header>
      <Conditions process={data} />
    </section>
  );
}
