import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { TicketTexts } from '#tickets';
import { documentTerms } from '../domain/document-terms.js';
import { keyOf, sliceOf } from '../domain/slice.js';
import { lockDocuments, saveDocuments } from '../store/documents.js';
import { learnTerms } from '../store/terms.js';

/** Writes what tickets are found by, as they are now. */
@Injectable()
export class IndexTickets {
  constructor(private readonly texts: TicketTexts) {}

  /** Answers how many documents are new or changed. */
  async execute(tx: Tx, ticketIds: readonly string[]): Promise<number> {
    await lockDocuments(tx, ticketIds);
    const read = (await this.texts.of(tx, ticketIds)).map((ticket) => ({ ticket, terms: documentTerms(ticket) }));
    const samples = new Map(read.flatMap(({ terms }) => [...terms.samples]));
    const ids = await learnTerms(tx, new Set(read.flatMap(({ terms }) => [...terms.all, ...terms.title])), samples);
    const idsOf = (terms: readonly string[]): number[] => terms.flatMap((term) => ids.get(term) ?? []).sort((a, b) => a - b);
    return saveDocuments(
      tx,
      read.map(({ ticket: { id, submittedAt }, terms }) => ({
        ticketId: id,
        submittedAt,
        keys: idsOf(terms.all).map((term) => keyOf(sliceOf(submittedAt), term)),
        titleTerms: idsOf(terms.title),
        internalTerms: idsOf(terms.internal),
      })),
    );
  }
}
