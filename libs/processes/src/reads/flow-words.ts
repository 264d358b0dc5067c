import { Injectable } from '@nestjs/common';
import type { Locale } from '#identity';
import { markOf } from '../domain/case-trace.js';
import type { Flow, FlowExtra } from '../domain/flow.js';
import type { FlowExtraResponse, FlowResponse } from '../http/responses/flow.response.js';
import { ProcessWords } from './process-words.js';

/** A flow as its page shows it: with deviations in words, and with the mark of the cases behind each figure. */
@Injectable()
export class FlowWords {
  constructor(private readonly words: ProcessWords) {}

  flow(locale: Locale, flow: Flow): FlowResponse {
    const { activities, moves, variants, start, end, conformance, ...rest } = flow;
    const extra = (one: FlowExtra, mark: string): FlowExtraResponse => ({ ...one, mark });
    return {
      ...rest,
      start: [...start],
      end: [...end],
      activities: activities.map((one) => ({ ...one, mark: markOf.activity(one.activity) })),
      moves: moves.map((one) => ({ ...one, mark: markOf.move(one.from, one.to) })),
      variants: variants.map(({ key, trace, cases }) => ({ key, trace: [...trace], cases })),
      rework: extra(flow.rework, markOf.rework),
      pingPong: extra(flow.pingPong, markOf.pingPong),
      reopened: flow.reopened && extra(flow.reopened, markOf.reopened),
      conformance: conformance && {
        ...conformance,
        mark: markOf.deviating,
        deviations: conformance.deviations.map(({ key, deviation, cases }) => ({
          ...{ mark: markOf.deviation(key), cases },
          text: this.words.deviation(locale, deviation),
        })),
      },
    };
  }
}
