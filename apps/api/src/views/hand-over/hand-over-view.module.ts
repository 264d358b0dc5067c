import { Module } from '@nestjs/common';
import { HandOverController } from './hand-over.controller.js';
import { HandOverPeople } from './hand-over-people.js';

/** Open work of people who are away. */
@Module({ controllers: [HandOverController], providers: [HandOverPeople] })
export class HandOverViewModule {}
