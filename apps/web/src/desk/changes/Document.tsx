import c from './document.module.css';
import { ApprovalsSection } from './sections/ApprovalsSection';
import { OutcomeSection } from './sections/OutcomeSection';
import { PlanSection } from './sections/PlanSection';
import { RiskSection } from './sections/RiskSection';
import { RollbackSection } from './sections/RollbackSection';
import { TestSection } from './sections/TestSection';
import { WhatSection } from './sections/WhatSection';
import { WindowSection } from './sections/WindowSection';
import type { Change } from './types';

/** The change from top to bottom: what and why, risk, plan, test, way back, window, approvals, outcome. */
export function Document({ change }: { change: Change }) {
  return (
    <article className={c.document}>
      <WhatSection change={change} />
      <RiskSection change={change} />
      <PlanSection change={change} />
      <TestSection change={change} />
      <RollbackSection change={change} />
      <WindowSection change={change} />
      <ApprovalsSection change={change} />
      <OutcomeSection change={change} />
    </article>
  );
}
