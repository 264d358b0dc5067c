import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { type Audience, AUDIENCES, type Channel, CHANNELS } from '../../domain/communication.js';
import { Trimmed } from './trimmed.js';

export class LogCommunicationRequest {
  @IsIn(AUDIENCES)
  audience: Audience;

  @IsIn(CHANNELS)
  channel: Channel;

  /** What was said. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  body: string;
}
