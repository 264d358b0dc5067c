export class RoundOfMailsResponse {
  kind: 'respondents' | 'coordinators';
  /** 0 for the invitation, 1 for the first reminder. */
  round: number;
  waiting: number;
  sent: number;
  failed: number;
  /** Kept in the mailbox, since there is no mail server. */
  kept: number;
}

export class CampaignMailsResponse {
  items: RoundOfMailsResponse[];
}
