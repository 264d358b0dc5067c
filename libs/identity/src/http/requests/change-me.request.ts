import { IsIn, IsOptional } from 'class-validator';

export class ChangeMeRequest {
  @IsOptional()
  @IsIn(['lv', 'en'])
  locale?: 'lv' | 'en';
}
