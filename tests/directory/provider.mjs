// A real OpenID provider (panva's, certified), standing in for a council's directory.
// It asks who somebody is, and how they showed it, and believes every answer.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const { port, clients } = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const NAMES = { "person-7": "Quill Inventson" };

const provider = new Provider(issuer, {
  clients,
  claims: { openid: ["sub", "amr"], profile: ["name"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["invented"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/asking/${interaction.uid}` },
  pkce: { required: () => true },
  ttl: { Session: 3600, Interaction: 600, Grant: 3600, IdToken: 3600, AccessToken: 600 },
  clientBasedCORS: () => false,
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({ sub: id, name: NAMES[id] }),
  }),
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId,
      accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});

const FORM = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Directory</title>
<main><h1>The council's directory</h1><form method="post">
<label>Who are you? <input name="login"></label>
<label>Shown by <input name="amr" value="pwd mfa"></label>
<button name="do" value="yes">Sign in</button> <button name="do" value="no">Turn back</button>
</form></main></html>`;

async function asked(request) {
  let body = "";
  for await (const part of request) body += part;
  return new URLSearchParams(body);
}

async function ask(request, response) {
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    return response.end(FORM);
  }
  const said = await asked(request);
  const amr = said.get("amr")?.split(" ") ?? [];
  const result =
    said.get("do") === "no"
      ? { error: "access_denied" }
      : { login: { accountId: said.get("login"), amr, remember: false } };
  return provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
}

const answer = provider.callback();
createServer((request, response) =>
  request.url.startsWith("/asking/")
    ? ask(request, response).catch((problem) => response.writeHead(500).end(`${problem}`))
    : answer(request, response),
).listen(port, "127.0.0.1", () => console.log("ready"));
