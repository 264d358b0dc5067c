import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts';
import { FlowGraph } from './FlowGraph';
import { miningQueries } from './mining-queries';
import c from './mining.module.css';
import { useFlowWords } from './use-flow-words';

/** The map of a process on its own page: the cases that ended in the last ninety days. Nothing where they are too few, or too many. */
export function ProcessFlow({ processId }: { processId: string }) {
  const { t } = useTexts();
  const words = useFlowWords();
  const { data } = useQuery(miningQueries.flow({ kind: 'process', id: processId }, {}, {}));
  if (!data?.flow) return null;
  const conclusion = words.conclusion(data.flow);
  return (
    <>
      <FlowGraph flow={data.flow} title={t('mining.title')} conclusion={conclusion} />
      <p className={c.says}>
        {conclusion} <span>{words.basis(data)}</span>{' '}
        <Link to="/reports/mining" search={{ process: processId }}>
          {t('mining.whole')}
        </Link>
      </p>
    </>
  );
}
