/** What came of a decision. */
export class DecidedApprovalResponse {
  id: string;
  state: 'pending' | 'approved' | 'rejected' | 'delegated' | 'expired' | 'cancelled';
  /** The step that it belongs to. */
  step: 'waiting' | 'open' | 'approved' | 'refused' | 'cancelled';
  /** All that was asked for. */
  round: 'open' | 'granted' | 'refused' | 'voided' | 'cancelled';
}
