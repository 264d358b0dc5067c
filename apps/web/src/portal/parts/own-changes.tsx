import { Card } from '../components/card';
import { ChangeList } from '../components/change-list';
import { ProblemNotice } from '../components/notice';
import { ownChanges } from '../data/change-calls';
import { useLiveTicket } from '../data/use-live-ticket';
import { useResource } from '../data/use-resource';
import css from '../pages/home.module.css';
import { Link } from '../router/link';
import { useTexts } from '../texts';

const SHOWN = 10;

/** What the person has asked to be changed and is not finished; nothing where there is none. */
export function OwnOpenChanges() {
  const { t } = useTexts();
  const own = useResource('own changes', async (signal) => (await ownChanges([], SHOWN, signal)).items);
  useLiveTicket(null, own.reload);
  if (own.error) return <ProblemNotice error={own.error} onRetry={own.reload} />;
  if (!own.data || own.data.length === 0) return null;
  return (
    <Card padded={false}>
      <div className={css.head}>
        <h2>{t('home.changes')}</h2>
        <Link className={css.more} to="/changes">
          {t('home.changesAll')}
        </Link>
      </div>
      <ChangeList changes={own.data} />
    </Card>
  );
}
