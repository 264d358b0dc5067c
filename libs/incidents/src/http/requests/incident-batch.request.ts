import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { BATCH_ACTIONS, type BatchAction } from '../../use-cases/run-incident-batch.js';
import { AssignRequest, CancelRequest, HoldRequest, ResolveRequest } from './move-incident.request.js';

/** What several incidents are asked to do in one request at most. */
const BATCH_MOST = 100;

export class BatchedIncidentRequest {
  @IsUUID()
  id: string;

  /** The version that the sender saw: an incident that has moved on since is left alone. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;

  /** Where this one goes, where not all go to the same place: an assignment that is taken back. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AssignRequest)
  assignment?: AssignRequest;

  /** With `resolve`: accepts this one in the same step. */
  @IsOptional()
  @IsBoolean()
  accept?: boolean;
}

const needsPlace = ({ action, incidents }: IncidentBatchRequest): boolean =>
  action === 'assign' && Array.isArray(incidents) && incidents.some((incident) => !incident?.assignment);
const needed = (action: BatchAction): PropertyDecorator => ValidateIf((batch: IncidentBatchRequest) => batch.action === action);

/** One action for several incidents, with what it needs. */
export class IncidentBatchRequest {
  @IsIn(BATCH_ACTIONS)
  action: BatchAction;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(BATCH_MOST)
  @ValidateNested({ each: true })
  @Type(() => BatchedIncidentRequest)
  incidents: BatchedIncidentRequest[];

  /** For `assign`, unless every incident says where it goes. */
  @ValidateIf(needsPlace)
  @IsDefined()
  @ValidateNested()
  @Type(() => AssignRequest)
  assignment?: AssignRequest;

  @needed('hold')
  @IsDefined()
  @ValidateNested()
  @Type(() => HoldRequest)
  hold?: HoldRequest;

  @needed('resolve')
  @IsDefined()
  @ValidateNested()
  @Type(() => ResolveRequest)
  resolution?: ResolveRequest;

  @needed('cancel')
  @IsDefined()
  @ValidateNested()
  @Type(() => CancelRequest)
  cancellation?: CancelRequest;
}
