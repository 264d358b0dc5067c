import { IconBulb } from '@tabler/icons-react';
import { Card } from '../components/card';
import { knownErrors } from '../data/known-error-calls';
import { useResource } from '../data/use-resource';
import { useSettled } from '../data/use-settled';
import { useTexts } from '../texts';
import css from './disruption.module.css';

/** Fewer letters say nothing of what is meant. */
const TYPED_FROM = 3;

/** While somebody writes what does not work: what we know of it already, and what he can do himself. */
export function KnownErrors({ words, serviceId }: { words: string; serviceId: string }) {
  const { t } = useTexts();
  const q = useSettled(words.trim().slice(0, 500));
  const asked = q.length >= TYPED_FROM;
  const question = { q, ...(serviceId ? { serviceId } : {}) };
  const { data } = useResource(
    `known errors ${asked ? JSON.stringify(question) : ''}`,
    (signal) => (asked ? knownErrors(question, signal) : Promise.resolve([])),
    { keep: true },
  );
  const items = asked ? (data ?? []) : [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <Card padded={false} className={css.known ?? ''}>
          <header>
            <h2>{t('knownError.title')}</h2>
          </header>
          <ul className={css.list}>
            {items.map(({ title, workaround }) => (
              <li key={title} className={css.item} data-tone="work">
                <IconBulb size={22} aria-hidden />
                <div className={css.body}>
                  <h3>{title}</h3>
                  <p>{workaround}</p>
                  <p className={css.when}>{t('knownError.hint')}</p>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
