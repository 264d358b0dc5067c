import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Public, Require } from '#platform';
import { RouteAccessCheck } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';

describe('the routes of the API', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startTestApp();
  });

  afterAll(() => test?.close());

  it('each say who may call them', () => {
    const routes = test.app.get(RouteAccessCheck).routes();
    expect(routes.length).toBeGreaterThan(10);
    expect(routes.filter(({ access }) => !access)).toEqual([]);
  });

  it('are public only where somebody must get in who is not signed in', () => {
    const open = test.app
      .get(RouteAccessCheck)
      .routes()
      .filter(({ access }) => access?.public);
    expect(open.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /approval-links/:token',
      'GET /change-calendar.ics',
      'GET /desk-hours',
      'GET /health/live',
      'GET /health/ready',
      'GET /metrics',
      'GET /password-resets/:token',
      'GET /ratings/links/:token',
      'GET /session/providers',
      'GET /session/providers/:code/answer',
      'GET /session/step',
      'GET /setup',
      'GET /survey-responses/:token',
      'POST /approval-links/:token',
      'POST /password-resets',
      'POST /password-resets/:token',
      'POST /ratings/links/:token',
      'POST /session',
      'POST /session/code',
      'POST /session/providers/:code/attempt',
      'POST /setup',
      'POST /survey-responses/:token',
      'PUT /session/enrolment',
      'PUT /session/enrolment/secret',
    ]);
  });

  it('answer 401 to whoever is not signed in, before anything else', async () => {
    const closed = test.app
      .get(RouteAccessCheck)
      .routes()
      .filter(({ access }) => !access?.public);
    for (const { method, path } of closed) {
      const url = `${test.url}/api/v1${path.replace(/:\w+/g, '00000000-0000-8000-8000-000000000000')}`;
      const answer = await fetch(url, { method });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });
});

describe('a planted route', () => {
  @Controller('planted')
  class Planted {
    @Get('closed')
    @Require('ticket.read')
    closed(): void {}

    @Get('open')
    @Public()
    open(): void {}

    @Get('silent')
    silent(): void {}

    @Post('mistyped')
    @Require('ticket.raed')
    mistyped(): void {}
  }

  @Module({ imports: [DiscoveryModule], controllers: [Planted], providers: [RouteAccessCheck] })
  class PlantedModule {}

  it('that says nothing, or names no right, keeps the program from starting', async () => {
    const context = await NestFactory.createApplicationContext(PlantedModule, { logger: false, abortOnError: false }).then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(context).toContain('GET /planted/silent (Planted.silent) has neither @Require nor @Public');
    expect(context).toContain('POST /planted/mistyped (Planted.mistyped) requires "ticket.raed", which is no right');
    expect(context).not.toContain('closed');
    expect(context).not.toContain('open');
  });
});
