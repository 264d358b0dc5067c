import { buttonClass } from '../components/button';
import { Card } from '../components/card';
import { ChangeList } from '../components/change-list';
import { ProblemNotice } from '../components/notice';
import { Page } from '../components/page';
import { Skeleton } from '../components/skeleton';
import { ownChanges } from '../data/change-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useResource } from '../data/use-resource';
import { Link } from '../router/link';
import { useTexts } from '../texts';
import css from './my-tickets.module.css';

const SHOWN = 100;

/** Everything that the person has asked to be changed, finished too. */
export function MyChangesPage() {
  const { t } = useTexts();
  const own = useResource('all own changes', async (signal) => (await ownChanges(['any'], SHOWN, signal)).items);
  useLiveTicket(null, own.reload);
  return (
    <Page title={t('wish.list')} back={{ to: '/', label: t('nav.home') }}>
      <ProblemNotice error={own.error} onRetry={own.reload} />
      {(own.loading || own.data) && (
        <Card padded={false}>
          {own.loading && (
            <div className={css.pad}>
              <Skeleton lines={6} />
            </div>
          )}
          {own.data?.length === 0 && (
            <div className={css.pad}>
              <p>{t('wish.none')}</p>
              <Link className={buttonClass('default')} to="/changes/new">
                {t('home.change')}
              </Link>
            </div>
          )}
          {own.data && own.data.length > 0 && <ChangeList changes={own.data} />}
        </Card>
      )}
    </Page>
  );
}
