import { IsUUID } from 'class-validator';

export class LinkItemRequest {
  /** Id of a configuration item. */
  @IsUUID('loose')
  itemId: string;
}
