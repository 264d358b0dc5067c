import { SetMetadata } from '@nestjs/common';

/** What a route says of who may call it; a guard of `identity` enforces it, and a test proves that each route says something. */
export type RouteAccess = { readonly public: true } | { readonly public: false; readonly rights: readonly string[] };

export const ROUTE_ACCESS = 'atbalsts:access';

/** Anybody may call this route, signed in or not. */
export function Public(): ClassDecorator & MethodDecorator {
  return SetMetadata(ROUTE_ACCESS, { public: true } satisfies RouteAccess);
}

/** Only somebody signed in who has at least one of these rights; with none named, anybody signed in. */
export function Require(...rights: string[]): ClassDecorator & MethodDecorator {
  return SetMetadata(ROUTE_ACCESS, { public: false, rights } satisfies RouteAccess);
}
