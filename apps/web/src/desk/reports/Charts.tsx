import type { Kpi } from '../data/types';
import { DistributionCard } from './DistributionCard';
import { TrendCard } from './TrendCard';

/** The two charts of the overview, loaded after its figures: the drawing library is most of the page's script. */
export function Charts({ sla, satisfaction }: { sla: Kpi; satisfaction: Kpi }) {
  return (
    <>
      <TrendCard sla={sla} satisfaction={satisfaction} />
      <DistributionCard kpi={satisfaction} />
    </>
  );
}
