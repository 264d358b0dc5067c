import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Require } from '#platform';
import { SystemResponse } from './responses/system.response.js';
import { SystemState } from './system-state.js';

/** What is installed and how it is set up. */
@ApiTags('administration')
@Controller('system')
export class SystemController {
  constructor(private readonly state: SystemState) {}

  @Get()
  @Require('admin.settings')
  async read(): Promise<SystemResponse> {
    return this.state.read();
  }
}
