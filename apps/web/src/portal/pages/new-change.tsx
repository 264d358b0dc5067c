import { useState } from 'react';
import { IconCheck } from '@tabler/icons-react';
import type { Change } from '../../shared/api/api-types';
import { buttonClass } from '../components/button';
import { Card } from '../components/card';
import { Page } from '../components/page';
import { MissingFiles } from '../parts/missing-files';
import { WishForm } from '../parts/wish-form';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from './new-incident.module.css';

interface Filed {
  change: Change;
  /** Files that could not be sent with it. */
  missing: File[];
}

function WishFiled({ change, missing }: Filed) {
  const { t } = useTexts();
  return (
    <Page title={t('wish.filed', { number: change.number })} narrow>
      <Card className={css.done}>
        <i>
          <IconCheck size={22} stroke={2.4} aria-hidden />
        </i>
        <div className={css.doneText}>
          <p className={css.lead}>{t('wish.filedText')}</p>
          <p>{t('wish.filedNext')}</p>
          <MissingFiles ticketId={change.id} missing={missing} />
          <div className={css.actions}>
            <Link className={buttonClass('primary')} to={`/changes/${change.number}`}>
              {t('wish.open')}
            </Link>
            <Link className={buttonClass('default')} to="/">
              {t('filed.home')}
            </Link>
          </div>
        </div>
      </Card>
    </Page>
  );
}

/** Asking for something to be different: two questions in plain words, and a date where it matters. */
export function NewChangePage() {
  const { t } = useTexts();
  const [filed, setFiled] = useState<Filed | null>(null);
  if (filed) return <WishFiled {...filed} />;
  return (
    <Page title={t('wish.title')} sub={t('wish.sub')} narrow focusHeading={false}>
      <WishForm onFiled={(change, missing) => setFiled({ change, missing })} />
    </Page>
  );
}
