import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from '#identity';
import { FigureResponse } from '#platform';
import { ITEM_STATUSES, type ItemStatus } from '../../domain/item-status.js';
import { COVERAGE_OUTCOMES, type CoverageOutcome } from '../../reads/fleet-sql.js';
import { ImportFaultResponse } from './item-import.response.js';
import { ItemCountsResponse } from './item-counts.response.js';
import { ItemClassRefResponse } from './item.response.js';

/** KPI-12: the fleet at the end of a day, from the history of statuses. */
export class EquipmentCountResponse extends ItemCountsResponse {
  on: string;
  dataAt: string;
  /** The most that the strategy wants at the end of the year. */
  target: number | null;
}

export class CoverageClassResponse {
  class: ItemClassRefResponse;
  covered: number;
  stale: number;
  never: number;
}

/** KPI-13: workstations in use whose update agent was heard of within thirty days. */
export class UpdateCoverageResponse {
  on: string;
  dataAt: string;
  /** In percent. */
  target: number | null;
  figure: FigureResponse;
  /** Heard of, but not within thirty days. */
  stale: number;
  /** No agent. */
  never: number;
  classes: CoverageClassResponse[];
}

export class EquipmentItemResponse {
  id: string;
  tag: string;
  name: string;
  class: ItemClassRefResponse;
  institution: RefResponse;
  location: string | null;
  /** As it was then. */
  @ApiProperty({ enum: ITEM_STATUSES })
  status: ItemStatus;
}

export class CoveredItemResponse extends EquipmentItemResponse {
  /** When the agent was last heard of, as it was known then. */
  seenAt: string | null;
  @ApiProperty({ enum: COVERAGE_OUTCOMES })
  outcome: CoverageOutcome;
}

export class EquipmentPageResponse {
  items: EquipmentItemResponse[];
  nextCursor: string | null;
}

export class CoveragePageResponse {
  items: CoveredItemResponse[];
  nextCursor: string | null;
}

/** What a file of agent statuses says and, where it was applied, has changed. */
export class AgentStatusResponse {
  fileName: string;
  applied: boolean;
  /** Lines below the head. */
  lines: number;
  changed: number;
  same: number;
  /** Lines with faults; they are left out. */
  faultLines: number;
  /** The first 200. */
  faults: ImportFaultResponse[];
}
