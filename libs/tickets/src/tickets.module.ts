import { Module, type OnModuleInit } from '@nestjs/common';
import { AssetsModule } from '#assets';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { AttachmentsController } from './http/attachments.controller.js';
import { PersonTicketsController } from './http/person-tickets.controller.js';
import { TicketFamilyController } from './http/ticket-family.controller.js';
import { CommentsController } from './http/comments.controller.js';
import { ItemTicketsController, TicketItemsController } from './http/ticket-items.controller.js';
import { SavedViewsController } from './http/saved-views.controller.js';
import { TicketLinksController } from './http/ticket-links.controller.js';
import { TicketsController } from './http/tickets.controller.js';
import { RemindOfAside } from './jobs/remind-of-aside.js';
import { SweepFiles } from './jobs/sweep-files.js';
import { HistoryWords } from './ports/history-words.js';
import { TicketClocks } from './ports/ticket-clocks.js';
import { TicketKinds } from './ports/ticket-kinds.js';
import { TicketRatings } from './ports/ticket-ratings.js';
import { Conversation } from './reads/conversation.js';
import { CONVERSATION_WORDS } from './reads/conversation-words.js';
import { SavedViewList } from './reads/saved-view-list.js';
import { PersonTickets } from './reads/person-tickets.js';
import { TicketCounts } from './reads/ticket-counts.js';
import { TicketFacts } from './reads/ticket-facts.js';
import { TicketHistory } from './reads/ticket-history.js';
import { TicketItems } from './reads/ticket-items.js';
import { LinkedTickets } from './reads/linked-tickets.js';
import { TicketLinks } from './reads/ticket-links.js';
import { TicketList } from './reads/ticket-list.js';
import { TicketListExport } from './reads/ticket-list-export.js';
import { TicketNames } from './reads/ticket-names.js';
import { TicketTexts } from './reads/ticket-texts.js';
import { TicketView } from './reads/ticket-view.js';
import { AttachmentFiles } from './store/attachment-files.js';
import { AddComment } from './use-cases/add-comment.js';
import { AttachFile } from './use-cases/attach-file.js';
import { ChangeSavedView } from './use-cases/change-saved-view.js';
import { CreateSavedView } from './use-cases/create-saved-view.js';
import { DeleteSavedView } from './use-cases/delete-saved-view.js';
import { ForgetFiles } from './use-cases/forget-files.js';
import { LinkItem } from './use-cases/link-item.js';
import { LinkTickets } from './use-cases/link-tickets.js';
import { OrderSavedViews } from './use-cases/order-saved-views.js';
import { PutAside } from './use-cases/put-aside.js';
import { ReplyToChildren } from './use-cases/reply-to-children.js';
import { UnwatchTicket } from './use-cases/unwatch-ticket.js';
import { WatchTicket } from './use-cases/watch-ticket.js';

/** What all types of ticket share. Types, clocks and ratings register themselves in its ports. */
@Module({
  imports: [IdentityModule, CatalogueModule, AssetsModule],
  controllers: [
    TicketsController,
    CommentsController,
    AttachmentsController,
    TicketLinksController,
    TicketItemsController,
    ItemTicketsController,
    SavedViewsController,
    TicketFamilyController,
    PersonTicketsController,
  ],
  providers: [
    ...[TicketClocks, TicketRatings, TicketKinds, HistoryWords],
    ...[
      TicketFacts,
      TicketNames,
      TicketTexts,
      TicketView,
      TicketList,
      TicketListExport,
      SavedViewList,
      TicketCounts,
      TicketHistory,
      TicketLinks,
      LinkedTickets,
      TicketItems,
      Conversation,
      PersonTickets,
    ],
    ...[CreateSavedView, ChangeSavedView, DeleteSavedView, OrderSavedViews],
    ...[AddComment, AttachFile, LinkTickets, LinkItem, WatchTicket, UnwatchTicket, AttachmentFiles, ForgetFiles, SweepFiles],
    ...[PutAside, RemindOfAside, ReplyToChildren],
  ],
  exports: [
    TicketClocks,
    TicketRatings,
    TicketKinds,
    HistoryWords,
    TicketFacts,
    TicketNames,
    TicketTexts,
    TicketView,
    TicketList,
    LinkedTickets,
    AddComment,
    AttachFile,
  ],
})
export class TicketsModule implements OnModuleInit {
  constructor(private readonly words: HistoryWords) {}

  onModuleInit(): void {
    this.words.register(CONVERSATION_WORDS);
  }
}
