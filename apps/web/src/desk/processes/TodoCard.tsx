import { IconTriangleFilled } from '@tabler/icons-react';
import { useId } from 'react';
import { useFormat } from '../format';
import reportsCss from '../reports/reports.module.css';
import { useTexts } from '../texts';
import c from './todo.module.css';
import type { ProcessSummary } from './process-queries';
import { TodoLink } from './TodoLink';

/** Nearest to a loss first, then nearest to being implemented. */
const order = ['at_risk', 'suspended', 'implemented', 'piloted', 'approved', 'designed', 'identified', 'retired'];

/** Of each process what is missing, in words, with the way to do it. */
export function TodoCard({ processes, count }: { processes: readonly ProcessSummary[]; count: number }) {
  const { t } = useTexts();
  const { date } = useFormat();
  const id = useId();
  const lacking = processes.filter(({ todo }) => todo.length > 0).sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
  return (
    <section className={`${reportsCss.card} ${c.card}`} aria-labelledby={id}>
      <h2 id={id}>{t('processes.todo')}</h2>
      {lacking.length === 0 && <p className={c.none}>{t('processes.todoNone')}</p>}
      <ul>
        {lacking.map((process) => (
          <li key={process.id} data-lost={process.suspendsAt !== null || undefined}>
            <h3>
              {process.suspendsAt !== null && <IconTriangleFilled size={11} aria-hidden />}
              {process.practice.name}
            </h3>
            {process.suspendsAt !== null && (
              <p>{t('processes.suspendsOn', { date: date(process.suspendsAt), count: String(count - 1) })}</p>
            )}
            {process.todo.map((todo) => (
              <p key={todo.code}>
                {todo.text} <TodoLink process={process} todo={todo} />
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
