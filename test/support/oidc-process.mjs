/**
 * A provider of OpenID Connect (oidc-provider) in a process of its own: `node oidc-process.mjs <client as JSON>`. It prints its issuer.
 * Whoever signs in there says who he is in the header `x-person` (sub, claims, amr, acr) instead of typing into a page.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const client = JSON.parse(process.argv[2] ?? '{}');
const people = new Map();
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

async function giveAccess(ctx) {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

function provide(issuer) {
  return new Provider(issuer, {
    clients: [client],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'test' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: ['name', 'preferred_username', 'locale', 'groups', 'employee_number', 'org'],
      email: ['email', 'email_verified'],
    },
    acrValues: ['strong'],
    loadExistingGrant: giveAccess,
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  });
}

const server = createServer(async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return handle(request, response);
  const { sub, claims, amr, acr, refuses } = JSON.parse(decodeURIComponent(request.headers['x-person'] ?? '%7B%7D'));
  people.set(sub, claims);
  const result = refuses ? { error: 'access_denied' } : { login: { accountId: sub, amr, acr } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
});
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = provide(issuer);
const handle = provider.callback();
console.log(issuer);
