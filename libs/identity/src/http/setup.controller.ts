import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Database, Public } from '#platform';
import { SetupLinks } from '../store/setup-links.js';
import { CompleteSetup } from '../use-cases/complete-setup.js';
import { CompleteSetupRequest } from './requests/complete-setup.request.js';
import { SetupLinkRequest } from './requests/setup-link.request.js';
import { SetupLinkResponse } from './responses/setup-link.response.js';

@Controller('setup')
@Public()
export class SetupController {
  constructor(
    private readonly database: Database,
    private readonly links: SetupLinks,
    private readonly completeSetup: CompleteSetup,
  ) {}

  /** May this link still create the first administrator? */
  @Get()
  async read(@Query() { token }: SetupLinkRequest): Promise<SetupLinkResponse> {
    return { valid: await this.links.isOpen(this.database, token) };
  }

  /** Creates the first administrator, who then signs in as anybody else does. */
  @Post()
  @HttpCode(204)
  async create(@Body() body: CompleteSetupRequest): Promise<void> {
    await this.completeSetup.execute(body);
  }
}
