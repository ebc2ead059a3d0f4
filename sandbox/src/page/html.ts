import { credentialsFor } from '../admin/credentials.js';
import { PERSONAS, type Element, type Persona } from '../folkeregister/register.js';
import { findKrrPerson, KRR_ONLY_PERSONS, type KrrPerson } from '../krr/persons.js';
import { html, type Html } from './escapedHtml.js';

const credentialRow = (label: string, value: string, style = ''): Html =>
  html` <tr>
    <th scope="row">${label}</th>
    <td><code class="${style}">${value}</code></td>
    <td><button type="button" data-copy="${value}" aria-label="Copy ${label}">Copy</button></td>
  </tr>`;

const credentialTable = (url: string): Html => {
  const { maskinporten, fiks } = credentialsFor(url);
  return html` <table>
    <tbody>
      ${[
        credentialRow('Sandbox Address', maskinporten.sandboxUrl),
        credentialRow('Client ID', maskinporten.clientId),
        credentialRow('Key ID (kid)', maskinporten.keyId),
        credentialRow('Private Key', maskinporten.privateKey, 'key'),
        credentialRow('Integration ID', fiks.integrationId),
        credentialRow('Integration Password', fiks.integrationPassword),
        credentialRow('Folkeregister Role ID', fiks.rolleId),
        credentialRow('SvarUt Account ID', fiks.kontoId),
        credentialRow('Organisation ID (fiksOrgId)', fiks.fiksOrgId),
        credentialRow('Reference Secret', fiks.referenceSecret),
      ]}
    </tbody>
  </table>`;
};

const otherCredentials = (url: string): Html => {
  const { roles, clients, certificateClient } = credentialsFor(url);
  return html` <details>
    <summary>Other roles and clients, for trying refusals</summary>
    <table>
      <tbody>
        ${[
          ...roles.map(({ rolleId, description }) => ({ id: rolleId, kind: 'Role', description })),
          ...[...clients, certificateClient].map(({ clientId, description }) => ({
            id: clientId,
            kind: 'Client',
            description,
          })),
        ].map(
          ({ id, kind, description }) =>
            html` <tr>
              <th scope="row">${kind}</th>
              <td><code>${id}</code></td>
              <td>${description}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
};

const krrStatus = (person: KrrPerson | undefined): string => {
  if (!person) return 'not registered';
  if (person.status === 'SLETTET') return 'deleted';
  const reach = person.reservasjon === 'JA' ? 'reserved' : person.varslingsstatus.toLowerCase().replaceAll('_', ' ');
  return `${reach}: ${person.tests}`;
};

const personRow = (name: string, number: string, tests: string, krr: string): Html =>
  html` <tr>
    <th scope="row">${name}</th>
    <td class="number"><code>${number}</code></td>
    <td>${tests}</td>
    <td>${krr}</td>
  </tr>`;

const nameOf = ({ folkeregisterperson }: Persona): string => {
  const { navn } = folkeregisterperson;
  const current = Array.isArray(navn) ? (navn as readonly Element[])[0] : undefined;
  return [current?.fornavn, current?.mellomnavn, current?.etternavn].filter(Boolean).join(' ');
};

const personRows = (): Html[] => [
  ...PERSONAS.map((persona) =>
    personRow(
      nameOf(persona),
      persona.foedselsEllerDNummer,
      persona.tittel,
      krrStatus(findKrrPerson(persona.foedselsEllerDNummer)),
    ),
  ),
  ...KRR_ONLY_PERSONS.map((person) =>
    personRow('(in KRR only)', person.personidentifikator, 'not in Folkeregister', krrStatus(person)),
  ),
];

export const renderPage = (url: string): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>norsk-kommune-sandbox</title>
        <link rel="stylesheet" href="/page.css" />
        <script src="/page.js" defer></script>
      </head>
      <body>
        <header>
          <h1>norsk-kommune-sandbox</h1>
          <p>
            A local stand-in for Maskinporten, Fiks Folkeregister, KRR, Fiks Kjøretøyregister and SvarUt at
            <code>${url}</code>.
          </p>
          <p class="quiet">Unofficial. Every person is invented; the credentials are public and open nothing real.</p>
          <p>
            <a href="/setup?language=en">Getting started with the real services</a>: a key pair and the letters to send.
          </p>
          <p class="refused" id="connection" role="status"></p>
          <p class="unseen" id="copied" role="status"></p>
        </header>
        <main>
          <h2 id="credentials">Credentials</h2>
          ${credentialTable(url)} ${otherCredentials(url)}
          <h2 id="letters">Letters</h2>
          <div class="scroll">
            <table aria-labelledby="letters">
              <thead>
                <tr>
                  <th scope="col">Received</th>
                  <th scope="col">Title</th>
                  <th scope="col">Recipient</th>
                  <th scope="col">Reference</th>
                  <th scope="col">Channel</th>
                  <th scope="col">State</th>
                  <th scope="col">Documents</th>
                </tr>
              </thead>
              <tbody id="letter-rows">
                <tr>
                  <td colspan="7">No letters yet.</td>
                </tr>
              </tbody>
            </table>
          </div>
          <h2 id="requests">Requests</h2>
          <p class="quiet">The 100 most recent, newest first.</p>
          <div class="scroll">
            <table aria-labelledby="requests">
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  <th scope="col">Service</th>
                  <th scope="col">Operation</th>
                  <th scope="col">Status</th>
                  <th scope="col">Verdict</th>
                  <th scope="col">Reason</th>
                </tr>
              </thead>
              <tbody id="request-rows">
                <tr>
                  <td colspan="6">No requests yet.</td>
                </tr>
              </tbody>
            </table>
          </div>
          <h2 id="persons">Persons</h2>
          <div class="scroll">
            <table aria-labelledby="persons">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Number</th>
                  <th scope="col">What it tests</th>
                  <th scope="col">KRR</th>
                </tr>
              </thead>
              <tbody>
                ${personRows()}
              </tbody>
            </table>
          </div>
        </main>
      </body>
    </html> `.markup;
