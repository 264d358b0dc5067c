import { MeResponse } from './me.response.js';

/** The password was right; one step is still asked. */
export class SignInStepResponse {
  /** A code of the second factor, or setting one up. */
  step: 'code' | 'enrolment';
}

export class WaitingStepResponse {
  step: 'code' | 'enrolment' | null;
}

/** A second factor is set up, and the session is open. */
export class EnrolledResponse {
  me: MeResponse;
  /** Shown once; each signs in once. */
  recoveryCodes: string[];
}
