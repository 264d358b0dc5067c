import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Clock, formatInstant, parseInstant } from '#kernel';
import { Require } from '#platform';
import type { Conflict } from '../domain/conflict.js';
import { ChangeConflicts } from '../reads/change-conflicts.js';
import { NextFreeSlot } from '../reads/next-free-slot.js';
import { requireWindow } from '../use-cases/calendar-references.js';
import { FreeSlotRequest, TryWindowRequest } from './requests/calendar.request.js';
import { type ConflictResponse, ConflictsResponse, FreeSlotResponse } from './responses/calendar.response.js';

/** Does a change go together with the calendar, and when would it? */
@ApiTags('changes')
@Controller('changes')
@Require('change.read')
export class ChangeConflictsController {
  constructor(
    private readonly conflicts: ChangeConflicts,
    private readonly slots: NextFreeSlot,
    private readonly clock: Clock,
  ) {}

  /** The first window without any conflict that begins at `from` or later, within 90 days; and what it passed over. */
  @Get('next-free-slot')
  async nextFreeSlot(@CurrentActor() actor: Actor, @Query() request: FreeSlotRequest): Promise<FreeSlotResponse> {
    const { slot, until, insideMaintenance, skipped } = await this.slots.find(actor, {
      ...(request.change === undefined ? {} : { change: request.change }),
      itemIds: request.ci ?? [],
      serviceIds: request.service ?? [],
      implementerId: request.implementer ?? null,
      minutes: request.minutes,
      from: request.from === undefined ? this.clock.now() : parseInstant(request.from),
    });
    return {
      ...{ insideMaintenance, until: formatInstant(until), skipped: skipped.map(conflictResponse) },
      slot: slot && { from: formatInstant(slot.from), to: formatInstant(slot.to) },
    };
  }

  /** What speaks against the change's window, or against another one (`from` and `to`), the gravest first. */
  @Get(':id/conflicts')
  async read(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { from, to }: TryWindowRequest): Promise<ConflictsResponse> {
    const tried = requireWindow(from, to);
    const { conflicts, move } = await this.conflicts.of(actor, id, tried);
    return { items: conflicts.map(conflictResponse), move };
  }
}

function conflictResponse({ from, to, ...rest }: Conflict): ConflictResponse {
  return { ...rest, from: formatInstant(from), to: formatInstant(to) };
}
