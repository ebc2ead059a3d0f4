import type { Environment, Service } from './order.js';

/** Where things are in one environment. Nothing of one is ever named in a text about the other. */
export interface Places {
  readonly issuer: string;
  readonly altinn: string;
  readonly fiksAdministration: string;
  readonly maskinportenHost: string;
  readonly serviceHosts: Readonly<Record<Service, string>>;
}

export const PLACES: Readonly<Record<Environment, Places>> = {
  test: {
    issuer: 'https://test.maskinporten.no/',
    altinn: 'https://tt02.altinn.no/',
    fiksAdministration: 'https://forvaltning.fiks.test.ks.no/',
    maskinportenHost: 'test.maskinporten.no',
    serviceHosts: {
      folkeregister: 'api.fiks.test.ks.no',
      krr: 'test.kontaktregisteret.no',
      svarut: 'test.svarut.ks.no',
      kjoretoyregister: 'api.fiks.test.ks.no',
    },
  },
  production: {
    issuer: 'https://maskinporten.no/',
    altinn: 'https://www.altinn.no/',
    fiksAdministration: 'https://forvaltning.fiks.ks.no/',
    maskinportenHost: 'maskinporten.no',
    serviceHosts: {
      folkeregister: 'api.fiks.ks.no',
      krr: 'kontaktregisteret.no',
      svarut: 'svarut.ks.no',
      kjoretoyregister: 'api.fiks.ks.no',
    },
  },
};

export const KS_DIGITAL = 'fiks@ksdigital.no';
export const DIGDIR = 'servicedesk@digdir.no';
