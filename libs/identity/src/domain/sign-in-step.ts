/** What may stand between the password and a session: a code of the second factor, or setting one up where that is obligatory. */
export type SignInStep = 'code' | 'enrolment';
