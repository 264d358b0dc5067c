import type { ChangeAction } from './change-actions';
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
export function Document({ change, act }: { change: Change; act: (action: ChangeAction) => void }) {
  return (
    <article className={c.document}>
      <WhatSection change={change} />
      <RiskSection change={change} act={act} />
      <PlanSection change={change} />
      <TestSection change={change} />
      <RollbackSection change={change} />
      <WindowSection change={change} act={act} />
      <ApprovalsSection change={change} act={act} />
      <OutcomeSection change={change} />
    </article>
  );
}
