import { OmitType } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { EditChangeRequest } from './edit-change.request.js';

/** What is known of the change already; title, description, service and devices come from the ticket where they are left out. */
export class RaiseChangeRequest extends OmitType(EditChangeRequest, ['overrideReason'] as const) {
  /** Id of the template that a standard change is made from. */
  @IsOptional()
  @IsUUID()
  templateId?: string;
}
