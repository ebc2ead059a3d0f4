/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { Tools } from './tools.js';

/** Texts to paste, and the roles, accounts and clients that meet a refusal. Runs in the browser; see script.ts. */
export function showCredentials(page: Tools): void {
  interface Client {
    clientId: string;
    description: string;
  }

  interface Credentials {
    maskinporten: Record<string, string>;
    fiks: Record<string, string>;
    roles: { rolleId: string; description: string }[];
    accounts: { kontoId: string; description: string }[];
    clients: Client[];
    certificateClient: Client;
  }

  const { words, byId } = page;
  const { said } = words;

  const rowsOf = ({ roles, accounts, clients, certificateClient }: Credentials) => [
    ...roles.map(({ rolleId, description }) => ({ kind: said.role, id: rolleId, description })),
    ...accounts.map(({ kontoId, description }) => ({ kind: said.account, id: kontoId, description })),
    ...[...clients, certificateClient].map(({ clientId, description }) => ({
      kind: said.client,
      id: clientId,
      description,
    })),
  ];

  const texts = [...document.querySelectorAll<HTMLElement>('pre[data-address]')];

  let credentials: Credentials | undefined;

  const showValues = ({ maskinporten, fiks }: Credentials): void => {
    for (const [field, value] of Object.entries({ ...maskinporten, ...fiks })) {
      const place = document.getElementById(`value-${field}`);
      // What is chosen from a list stands there already, in the words of the list.
      if (place && place.textContent === '') place.textContent = value;
    }
  };

  /** They are the same for as long as the sandbox runs. */
  page.watch('credentials', async () => {
    if (credentials) return;
    credentials = await page.load<Credentials>('/admin/credentials');
    showValues(credentials);
    page.list(byId('others'), rowsOf(credentials), 'other', ({ id }) => id, page.fill);
    for (const text of texts) text.textContent = await page.request(text.dataset.address ?? '');
  });
}
