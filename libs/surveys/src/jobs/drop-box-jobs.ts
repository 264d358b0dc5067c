import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '#platform';
import { EmptyDropBox } from '../use-cases/empty-drop-box.js';

/** The job that mixes answers, every minute. Its data says nothing: what there is to do stands in the box. */
@Injectable()
export class DropBoxJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly emptyDropBox: EmptyDropBox,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'surveys.empty-drop-box', queue: 'chores', run: () => this.emptyDropBox.execute() });
  }
}
