import { FigureResponse } from '#platform';

export class KeyedFigureResponse extends FigureResponse {
  /** Null for what has none, such as tickets without a service. */
  key: string | null;
  name: string;
}

export class TrendPointResponse {
  period: string;
  figure: FigureResponse;
}
