import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from '#platform';
import { isRight } from '../domain/rights.js';

/** A route of the API with what it says of who may call it. */
export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly access: RouteAccess | undefined;
}

/** Refuses to start while a route says nothing of who may call it, or names a right that does not exist. */
@Injectable()
export class RouteAccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const faults = accessFaults(this.routes());
    if (faults.length > 0) throw new Error(`Routes without a valid @Require or @Public:\n${faults.join('\n')}`);
  }

  /** Every route of every controller. */
  routes(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype, instance }) => {
      const prototype: unknown = instance ? Object.getPrototypeOf(instance) : undefined;
      if (!metatype || typeof prototype !== 'object' || prototype === null) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((name) => routeOf(metatype, name, (prototype as Record<string, unknown>)[name]));
    });
  }
}

/** What is wrong with routes, one line each. */
export function accessFaults(routes: readonly DeclaredRoute[]): string[] {
  return routes.flatMap(({ handler, method, path, access }) => {
    if (!access) return [`${method} ${path} (${handler}) has neither @Require nor @Public`];
    const unknown = access.public ? [] : access.rights.filter((right) => !isRight(right));
    return unknown.map((right) => `${method} ${path} (${handler}) requires "${right}", which is no right`);
  });
}

function routeOf(controller: object, name: string, method: unknown): DeclaredRoute[] {
  if (typeof method !== 'function') return [];
  const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
  if (verb === undefined) return [];
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  const ends = [Reflect.getMetadata(PATH_METADATA, method) as string | string[]].flat();
  const access = (Reflect.getMetadata(ROUTE_ACCESS, method) ?? Reflect.getMetadata(ROUTE_ACCESS, controller)) as RouteAccess | undefined;
  const paths = bases.flatMap((base) => ends.map((end) => `/${base}/${end}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')));
  return paths.map((path) => ({
    method: RequestMethod[verb] ?? String(verb),
    path,
    handler: `${(controller as { name?: string }).name ?? ''}.${name}`,
    access,
  }));
}
