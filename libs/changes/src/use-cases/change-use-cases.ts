import { AnswerConcurrence } from './answer-concurrence.js';
import { AskAnew } from './ask-anew.js';
import { AskApprovers } from './ask-approvers.js';
import { AskConcurrence } from './ask-concurrence.js';
import { AssessRisk } from './assess-risk.js';
import { CalendarPlace } from './calendar-place.js';
import { CancelChange } from './cancel-change.js';
import { ChangeReferences } from './change-references.js';
import { ChangeWork } from './change-work.js';
import { CloneChange } from './clone-change.js';
import { CloseChange } from './close-change.js';
import { DraftChange } from './draft-change.js';
import { EditChange } from './edit-change.js';
import { FinishChange } from './finish-change.js';
import { ImplementFirst } from './implement-first.js';
import { RaiseChange } from './raise-change.js';
import { RecordConsent } from './record-consent.js';
import { RequestAuthorisation } from './request-authorisation.js';
import { RescheduleChange } from './reschedule-change.js';
import { ReturnChange } from './return-change.js';
import { ReviewChange } from './review-change.js';
import { ScheduleChange } from './schedule-change.js';
import { SettleAuthority } from './settle-authority.js';
import { StartChange } from './start-change.js';
import { SubmitChange } from './submit-change.js';

/** What one can do with a change; each class is one verb. */
export const CHANGE_USE_CASES = [
  AnswerConcurrence,
  AskAnew,
  AskApprovers,
  AskConcurrence,
  AssessRisk,
  CalendarPlace,
  CancelChange,
  ChangeReferences,
  ChangeWork,
  CloneChange,
  CloseChange,
  DraftChange,
  EditChange,
  FinishChange,
  ImplementFirst,
  RaiseChange,
  RecordConsent,
  RequestAuthorisation,
  RescheduleChange,
  ReturnChange,
  ReviewChange,
  ScheduleChange,
  SettleAuthority,
  StartChange,
  SubmitChange,
];

export {
  AskConcurrence,
  AssessRisk,
  CancelChange,
  CloseChange,
  DraftChange,
  EditChange,
  FinishChange,
  ImplementFirst,
  RaiseChange,
  RecordConsent,
  RequestAuthorisation,
  ReviewChange,
  ScheduleChange,
  StartChange,
  SubmitChange,
};
