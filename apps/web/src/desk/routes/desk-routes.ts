import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readHandoverSearch } from '../absence/handover-search';
import { readAssetsSearch } from '../assets/assets-search';
import { readProblemsSearch } from '../problems/problems-search';
import { QueuePage } from '../queue/QueuePage';
import { readQueueSearch } from '../queue/queue-search';
import { readRatingsSearch } from '../ratings/ratings-search';
import { readDeskSearch } from '../search/search-search';
import { TicketPane } from '../ticket/open-pane';
import { requireDesk, requireRight, root } from './root';

/** The queue stays mounted while tickets open and close beside it. */
const queue = createRoute({
  beforeLoad: requireDesk,
  getParentRoute: () => root,
  id: 'queue',
  component: QueuePage,
  validateSearch: readQueueSearch,
});
const desk = createRoute({ getParentRoute: () => queue, path: '/desk', component: () => null });
const ticket = createRoute({
  getParentRoute: () => queue,
  path: '/desk/tickets/$number',
  // What draws the ticket comes beside the person, the list and the ticket itself.
  beforeLoad: () => void TicketPane.preload?.(),
  component: () => null,
});
const clocks = createRoute({
  getParentRoute: () => root,
  path: '/desk/tickets/$number/clocks',
  component: lazyRouteComponent(() => import('../clocks/ClocksPage'), 'ClocksPage'),
});
const ratings = createRoute({
  getParentRoute: () => root,
  path: '/desk/ratings',
  beforeLoad: requireRight('rating.list'),
  validateSearch: readRatingsSearch,
  component: lazyRouteComponent(() => import('../ratings/RatingsPage'), 'RatingsPage'),
});
const assets = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets',
  beforeLoad: requireDesk,
  validateSearch: readAssetsSearch,
  component: lazyRouteComponent(() => import('../assets/AssetsPage'), 'AssetsPage'),
});
const assetImport = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets/import',
  beforeLoad: requireRight('cmdb.write'),
  validateSearch: (search: Record<string, unknown>): { file?: string } =>
    typeof search['file'] === 'string' ? { file: search['file'] } : {},
  component: lazyRouteComponent(() => import('../assets/ImportPage'), 'ImportPage'),
});
const asset = createRoute({
  getParentRoute: () => root,
  path: '/desk/assets/$tag',
  beforeLoad: requireDesk,
  component: lazyRouteComponent(() => import('../assets/ItemPage'), 'ItemPage'),
});
const problems = createRoute({
  getParentRoute: () => root,
  path: '/desk/problems',
  beforeLoad: requireDesk,
  validateSearch: readProblemsSearch,
  component: lazyRouteComponent(() => import('../problems/ProblemsPage'), 'ProblemsPage'),
});
const problem = createRoute({
  getParentRoute: () => root,
  path: '/desk/problems/$number',
  beforeLoad: requireDesk,
  component: lazyRouteComponent(() => import('../problems/ProblemPage'), 'ProblemPage'),
});

const handover = createRoute({
  getParentRoute: () => root,
  path: '/desk/handover',
  beforeLoad: requireRight('ticket.work'),
  validateSearch: readHandoverSearch,
  component: lazyRouteComponent(() => import('../absence/HandoverPage'), 'HandoverPage'),
});
const search = createRoute({
  getParentRoute: () => root,
  path: '/desk/search',
  beforeLoad: requireDesk,
  validateSearch: readDeskSearch,
  component: lazyRouteComponent(() => import('../search/SearchPage'), 'SearchPage'),
});

/** Tickets, ratings, devices, problems, and the search over all of it. */
export const deskRoutes = [
  queue.addChildren([desk, ticket]),
  clocks,
  ratings,
  assets,
  assetImport,
  asset,
  problems,
  problem,
  handover,
  search,
] as const;
