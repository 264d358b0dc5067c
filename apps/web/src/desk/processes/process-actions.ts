import type { Evidence, Process } from './process-queries';

/** What a button on the page of a process opens. */
export type ProcessAction =
  | { do: 'describe' | 'owner' | 'retire' | 'design' | 'approve' | 'goLive' | 'implement' | 'review' }
  | { do: 'addEvidence'; kind: Evidence['kind'] | null }
  | { do: 'withdraw' | 'verify' | 'takeBack' | 'file'; evidence: Evidence };

/** Steps of a process's life, the likeliest next first. */
export const steps = ['implement', 'approve', 'design', 'goLive', 'review'] as const;
export type StepName = (typeof steps)[number];

/** A review takes a document of its own first: one that stands since the last review, or since it was implemented. */
export const hasReview = (process: Process): boolean =>
  process.evidence.some((one) => one.kind === 'review' && one.withdrawnAt === null && one.addedAt > process.stageSince);

/** What somebody who follows a missing thing wants to do; null where he may not, or where it is done already. */
export function wanted(process: Process, code: string | undefined): ProcessAction | null {
  const { abilities: can, evidence } = process;
  const open = (kind: Evidence['kind'], ability: 'verify' | 'file') =>
    evidence.find((one) => one.kind === kind && one.abilities[ability] && one.withdrawnAt === null);
  switch (code) {
    case 'describe':
    case 'design':
    case 'approve':
    case 'implement':
      return can[code] ? { do: code } : null;
    case 'owner':
      return can.changeOwner ? { do: 'owner' } : null;
    case 'review':
      return can.review ? (hasReview(process) ? { do: 'review' } : { do: 'addEvidence', kind: 'review' }) : null;
    case 'add-order':
      return can.addEvidence ? { do: 'addEvidence', kind: 'order' } : null;
    case 'external':
      return can.addEvidence ? { do: 'addEvidence', kind: 'external' } : null;
    case 'verify':
    case 'verify-external':
    case 'file-order': {
      const found = code === 'file-order' ? open('order', 'file') : open(code === 'verify' ? 'order' : 'external', 'verify');
      return found ? { do: code === 'file-order' ? 'file' : 'verify', evidence: found } : null;
    }
    default:
      return null;
  }
}
