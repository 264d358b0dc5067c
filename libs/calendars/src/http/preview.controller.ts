import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Require } from '#platform';
import { preview } from '../domain/preview.js';
import { readPreview } from '../domain/read-preview.js';
import { PreviewRequest } from './requests/preview.request.js';
import { PreviewResponse } from './responses/preview.response.js';
import { SignedIn, type SignedInPerson } from './signed-in.js';
import { writePreview } from './write-preview.js';

@ApiTags('calendars')
@Controller('calendars/preview')
export class PreviewController {
  /**
   * Computes on a calendar given in the request, so that it can be tried before it is saved. An hour that daylight saving leaves out
   * does not count, one that it repeats counts twice.
   */
  @Post()
  @HttpCode(200)
  @Require('sla.read')
  @ApiOkResponse({ type: PreviewResponse })
  try(@SignedIn() { locale }: SignedInPerson, @Body() body: PreviewRequest): PreviewResponse {
    const { definition, question } = readPreview({ ...body });
    return writePreview(preview(definition, question), locale);
  }
}
