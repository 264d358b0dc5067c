import { describe, expect, it } from '@jest/globals';
import { againstTheOrder, fromServerIntoWeb, impureDomain, MODULES, moduleOf, pastTheIndex } from './rules/modules.js';
import { files, paths, serverCode } from './source-tree.js';

const server = files(serverCode);
const planted = (path: string, text: string): { path: string; text: string }[] => [{ path, text }];

describe('The order of the modules', () => {
  it('is followed by every import', () => {
    expect(server.length).toBeGreaterThan(100);
    expect(againstTheOrder(server)).toEqual([]);
  });

  it('is seen to be broken by an import that goes up, also by a type', () => {
    expect(againstTheOrder(planted('libs/tickets/src/a.ts', "import type { Clock } from '#sla';"))).toEqual([
      'libs/tickets/src/a.ts:1: tickets imports #sla',
    ]);
    expect(againstTheOrder(planted('libs/kernel/src/a.ts', "\nexport * from '#platform';"))).toHaveLength(1);
    expect(againstTheOrder(planted('libs/sla/src/a.ts', "const x = await import('#reports');"))).toHaveLength(1);
  });

  it('is seen to be broken by an import from a sibling', () => {
    expect(againstTheOrder(planted('libs/sla/src/a.ts', "import { Rating } from '#ratings';"))).toHaveLength(1);
  });

  it('is seen to be broken by a module that has no place in it', () => {
    expect(againstTheOrder(planted('libs/extras/src/a.ts', ''))).toHaveLength(1);
  });

  it('lets a module import from below', () => {
    expect(againstTheOrder(planted('libs/sla/src/a.ts', "import { Ticket } from '#tickets';\n// from '#reports'"))).toEqual([]);
  });
});

describe('A module', () => {
  const modules = [...new Set(paths().map(moduleOf))].filter((name) => name !== undefined);

  it('is entered through its index alone', () => {
    expect(pastTheIndex(server)).toEqual([]);
  });

  it('is seen to be entered by another way', () => {
    expect(pastTheIndex(planted('libs/sla/src/domain/a.ts', "import { x } from '../../../tickets/src/index.js';"))).toHaveLength(1);
    expect(pastTheIndex(planted('apps/api/src/a.ts', "import { x } from '../../../libs/tickets/src/domain/x.js';"))).toHaveLength(1);
    expect(pastTheIndex(planted('libs/sla/src/a.ts', "import { x } from '#tickets/domain/x';"))).toHaveLength(1);
    expect(pastTheIndex(planted('libs/sla/src/domain/a.ts', "import { x } from '../store/x.js';"))).toEqual([]);
  });

  it('is one that the order knows, with an index and a README of its own', () => {
    for (const name of modules) {
      expect(MODULES).toContain(name);
      expect(paths()).toContain(`libs/${name}/src/index.ts`);
      expect(paths()).toContain(`libs/${name}/README.md`);
    }
  });

  it('keeps its rules free of frameworks, databases and files', () => {
    expect(impureDomain(server)).toEqual([]);
  });

  it('is seen to let a framework into its rules', () => {
    expect(impureDomain(planted('libs/sla/src/domain/a.ts', "import { Injectable } from '@nestjs/common';"))).toHaveLength(1);
    expect(impureDomain(planted('libs/kernel/src/a.ts', "import { readFileSync } from 'node:fs';"))).toHaveLength(1);
    expect(impureDomain(planted('libs/sla/src/store/a.ts', "import { EntitySchema } from 'typeorm';"))).toEqual([]);
  });
});

describe('The web app', () => {
  it('takes nothing from the code of the server', () => {
    expect(fromServerIntoWeb(files(/^apps\/web\/.*\.tsx?$/))).toEqual([]);
  });

  it('is seen to take something', () => {
    expect(fromServerIntoWeb(planted('apps/web/src/a.ts', "import { x } from '#kernel';"))).toHaveLength(1);
    expect(fromServerIntoWeb(planted('apps/web/src/a.ts', "import { x } from '../../../libs/kernel/src/index.js';"))).toHaveLength(1);
  });
});
