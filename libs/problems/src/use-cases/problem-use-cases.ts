import { AcceptRisk } from './accept-risk.js';
import { AssignProblem } from './assign-problem.js';
import { DismissProblem } from './dismiss-problem.js';
import { EditProblem } from './edit-problem.js';
import { IdentifyProblem } from './identify-problem.js';
import { InvestigateProblem } from './investigate-problem.js';
import { LinkChange } from './link-change.js';
import { LinkIncident } from './link-incident.js';
import { OpenProblem } from './open-problem.js';
import { ProblemReferences } from './problem-references.js';
import { ProblemWork } from './problem-work.js';
import { ResolveProblem } from './resolve-problem.js';
import { VerifyProblem } from './verify-problem.js';

/** What one can do with a problem; each class is one verb. */
export const PROBLEM_USE_CASES = [
  AcceptRisk,
  AssignProblem,
  DismissProblem,
  EditProblem,
  IdentifyProblem,
  InvestigateProblem,
  LinkChange,
  LinkIncident,
  OpenProblem,
  ProblemReferences,
  ProblemWork,
  ResolveProblem,
  VerifyProblem,
];

export {
  AcceptRisk,
  AssignProblem,
  DismissProblem,
  EditProblem,
  IdentifyProblem,
  InvestigateProblem,
  LinkChange,
  LinkIncident,
  OpenProblem,
  ResolveProblem,
  VerifyProblem,
};
