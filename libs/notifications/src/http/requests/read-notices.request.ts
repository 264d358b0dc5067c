import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsUUID } from 'class-validator';

/** Which notices have been read: those with the ids, or all. */
export class ReadNoticesRequest {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  ids?: string[];

  @IsOptional()
  @IsBoolean()
  all?: boolean;
}
