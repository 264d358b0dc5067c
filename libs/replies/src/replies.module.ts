import { Module } from '@nestjs/common';
import { IdentityModule } from '#identity';
import { TicketsModule } from '#tickets';
import { AnswersController } from './http/answers.controller.js';
import { ComposerController } from './http/composer.controller.js';
import { ComposerOffersController } from './http/composer-offers.controller.js';
import { ForgetDraftWhenSent } from './reactions/forget-draft-when-sent.js';
import { AnswerExport } from './reads/answer-export.js';
import { AnswerPages } from './reads/answer-pages.js';
import { AnswersForTicket } from './reads/answers-for-ticket.js';
import { Colleagues } from './reads/colleagues.js';
import { PlaceValues } from './reads/place-values.js';
import { SharedAnswers } from './reads/shared-answers.js';
import { TicketReplier } from './reads/ticket-replier.js';
import { AnswerStore } from './store/answer-store.js';
import { Drafts } from './store/drafts.js';
import { Presences } from './store/presences.js';
import { AnswerAutomatically } from './use-cases/answer-automatically.js';
import { KeepAnswer } from './use-cases/keep-answer.js';
import { SaveDraft } from './use-cases/save-draft.js';
import { ShowPresence } from './use-cases/show-presence.js';

/** Answering: texts kept ready, drafts that are never lost, who else is answering. */
@Module({
  imports: [IdentityModule, TicketsModule],
  controllers: [AnswersController, ComposerController, ComposerOffersController],
  providers: [
    ...[AnswerStore, Drafts, Presences, AnswerExport, AnswerPages, AnswersForTicket, Colleagues, PlaceValues, SharedAnswers, TicketReplier],
    ...[AnswerAutomatically, KeepAnswer, SaveDraft, ShowPresence, ForgetDraftWhenSent],
  ],
  exports: [AnswerAutomatically, KeepAnswer, SaveDraft, SharedAnswers],
})
export class RepliesModule {}
