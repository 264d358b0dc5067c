import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { ReferenceController } from './http/reference.controller.js';
import { ReferenceTexts } from './reads/reference-texts.js';
import { ReferenceWords } from './reads/reference-words.js';
import { KeepReference } from './use-cases/keep-reference.js';

/** Hold reasons, resolution codes and categories as tables that an administrator keeps. */
@Module({
  imports: [IdentityModule],
  controllers: [ReferenceController],
  providers: [ReferenceWords, ReferenceTexts, KeepReference],
  exports: [ReferenceWords],
})
export class ReferenceModule {}
