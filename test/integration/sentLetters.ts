/** Letters that are in the sandbox already, of every kind, put there without the client's own way of sending. */
import { fiksCall } from '../../src/fiks/fiksCall';
import type { DocumentSource } from '../../src/core';
import { ADDRESS, pdf } from './letters';
import { numberOf } from './persons';
import type { World } from './world';

/** Whom the sandbox reaches in a mailbox, in Altinn where it is never opened, and on paper only. */
export const IN_MAILBOX = numberOf('ordinary-resident');
export const UNREAD_IN_ALTINN = '22828999528';
export const ON_PAPER = '19887834124';

export const SIGNING = {
  dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf', skalSigneres: true }],
  signering: {
    signeringUtloper: new Date(Date.now() + 7 * 86_400_000).toISOString(),
    signaturType: 'AUTENTISERT_SIGNATUR',
  },
  svarSendesTil: {
    navn: 'Stillevik kommune',
    type: 'ORGANISASJON',
    digitalId: '310475025',
    adresse: { adresselinje1: 'Torget 1', postnummer: '5999', poststed: 'STILLEVIK' },
  },
};

/** @returns the id of a letter that has just been taken in */
export const sentTo = async (
  world: World,
  digitalId: string,
  changes: object = {},
  document: DocumentSource = pdf(),
): Promise<string> => {
  const { url, credentials } = world.sandbox;
  const forsendelse = {
    tittel: 'Vedtak om barnehageplass',
    mottaker: { navn: 'RASK FYRLYKT', digitalId, adresse: ADDRESS },
    eksternReferanse: 'sak-2026-17',
    dokumenter: [{ filnavn: 'vedtak.pdf', mimeType: 'application/pdf' }],
    ...changes,
  };
  const response = await fiksCall(world.session(), {
    service: 'svarut',
    method: 'POST',
    url: `${url}/svarut/api/v3/kontoer/${credentials.fiks.kontoId}/forsendelser/person`,
    headers: {},
    body: [
      { name: 'forsendelse', text: JSON.stringify(forsendelse) },
      { name: 'filer_0', document },
    ],
    timeoutMs: 30_000,
    retry: 'never',
  });
  const text = new TextDecoder().decode(response.body);
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return (JSON.parse(text) as { id: string }).id;
};

/** What people at the sender, at the printer or at KS do to a letter by hand. */
export const moveTo = async (world: World, id: string, state: string): Promise<void> => {
  const response = await fetch(`${world.sandbox.url}/admin/letters/${id}/state`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
};
