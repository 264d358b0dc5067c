import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import {
  CONTROL_AREAS,
  CONTROL_STATES,
  type ControlArea,
  type ControlState,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '../../domain/control.js';

export class ControlAbilitiesResponse {
  describe: boolean;
  review: boolean;
  retire: boolean;
}

export class ControlSummaryResponse {
  id: string;
  document: string;
  reference: string | null;
  @ApiProperty({ enum: CONTROL_AREAS })
  area: ControlArea;
  location: string | null;
  owner: RefResponse;
  reviewMonths: number;
  lastReviewOn: string | null;
  reviewDueOn: string;
  @ApiProperty({ enum: CONTROL_STATES })
  state: ControlState;
  retiredOn: string | null;
  retirementReason: string | null;
  revision: number;
  abilities: ControlAbilitiesResponse;
}

export class ControlCountsResponse {
  overdue: number;
  dueSoon: number;
  inOrder: number;
  retired: number;
  dataAt: string;
}

export class ControlListAbilitiesResponse {
  enter: boolean;
}

export class ControlPageResponse {
  items: ControlSummaryResponse[];
  nextCursor: string | null;
  counts: ControlCountsResponse;
  abilities: ControlListAbilitiesResponse;
}

export class ControlReviewResponse {
  id: string;
  reviewedOn: string;
  /** By when it should have been. */
  dueOn: string;
  @ApiProperty({ enum: REVIEW_OUTCOMES })
  outcome: ReviewOutcome;
  note: string;
  by: RefResponse;
  at: string;
}

export class ControlResponse extends ControlSummaryResponse {
  reviews: ControlReviewResponse[];
}
